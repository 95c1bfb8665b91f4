package org.weighbridge.codec.csr;

import java.util.Map;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * The pruned layer as Han et al. (NIPS 2015, ICLR 2016) and DeepSZ (Jin et al., HPDC 2019) count
 * it: 40 bits for each entry, a float32 and an 8-bit relative index. Kept weights come back bit for
 * bit, zeros as 0.0.
 *
 * <p>The index is the number of zeros before the entry since the entry before. Where it would
 * exceed 255, a filler stands in between: an entry of index 255 and value 0, which takes 40 bits
 * like any other. Zeros after the last kept weight have no bytes.
 *
 * <p>Stream: the values (f32 each), then the indices (u8 each); no head.
 */
public record RelativeCsr() implements LayerCodec {
  private static final int VERSION = 1;
  private static final int FARTHEST = 255;
  private static final int ENTRY_BYTES = Float.BYTES + 1;

  @Override
  public String id() {
    return "csr8";
  }

  @Override
  public String label() {
    return "CSR, 8-bit";
  }

  @Override
  public String name() {
    return "CSR(float32, 8-bit relative index)";
  }

  @Override
  public Axis axis() {
    return Axis.Steps.none();
  }

  @Override
  public Promise promise() {
    return Promise.ZEROS;
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
    settings.none(this);
    progress.begin("Encoding", 1);
    float[] values = weights.values();
    int[] positions = Mask.above(weights.shape(), values, 0, progress).positions();
    progress.check();
    int entries = entries(positions);
    var stream = new ByteWriter();
    var indices = new ByteWriter();
    int previous = -1;
    for (int position : positions) {
      int zeros = position - previous - 1;
      for (; zeros > FARTHEST; zeros -= FARTHEST + 1) {
        stream.u32(0);
        indices.u8(FARTHEST);
      }
      stream.u32(Float.floatToRawIntBits(values[position]));
      indices.u8(zeros);
      previous = position;
    }
    byte[] bytes = stream.bytes(indices.toBytes()).toBytes();
    progress.worked(1);
    var breakdown =
        new Breakdown(
            Map.of(Part.VALUES, (long) Float.BYTES * entries, Part.INDEX, (long) entries));
    return new EncodedLayer(id(), VERSION, weights.shape(), bytes, breakdown, ReachedBound.EXACT);
  }

  private static int entries(int[] positions) {
    int entries = positions.length;
    int previous = -1;
    for (int position : positions) {
      entries += (position - previous - 1) / (FARTHEST + 1);
      previous = position;
    }
    return entries;
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    if (stream.length % ENTRY_BYTES != 0) {
      throw new MalformedStreamException(0, stream.length + " bytes are not whole entries");
    }
    int entries = stream.length / ENTRY_BYTES;
    var kept = new ByteReader(stream);
    float[] values = new float[shape.size()];
    long position = -1;
    for (int i = 0; i < entries; i++) {
      position += 1 + (stream[Float.BYTES * entries + i] & 0xff);
      if (position >= values.length) {
        throw new MalformedStreamException(
            Float.BYTES * entries + i, "a kept weight lies behind the end of the layer");
      }
      values[(int) position] = Float.intBitsToFloat(kept.u32());
    }
    return new Tensor(shape, values);
  }
}
