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
 * Compressed sparse rows as libraries hold them: 2a + n + 1 numbers of 32 bits for a kept weights
 * in n rows. A layer is a matrix of its first dimension by the others. Kept weights come back bit
 * for bit, zeros as 0.0.
 *
 * <p>Stream: n + 1 row pointers (u32; the first is 0, the last is a), a column indices (u32,
 * ascending within a row), a values (f32); no head.
 */
public record Csr() implements LayerCodec {
  private static final int VERSION = 1;

  @Override
  public String id() {
    return "csr";
  }

  @Override
  public String label() {
    return "CSR";
  }

  @Override
  public String name() {
    return "CSR(float32, 32-bit indices)";
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
    var mask = Mask.above(weights.shape(), values, 0, progress);
    var pointers = new ByteWriter().u32(0);
    var columns = new ByteWriter();
    var kept = new ByteWriter();
    int[] row = mask.roomForColumns();
    int end = 0;
    for (int r = 0; r < mask.rows(); r++) {
      if ((r & 0xff) == 0) {
        progress.check();
      }
      int count = mask.columnsOf(r, row);
      for (int i = 0; i < count; i++) {
        columns.u32(row[i]);
        kept.u32(Float.floatToRawIntBits(values[r * mask.columns() + row[i]]));
      }
      end += count;
      pointers.u32(end);
    }
    var breakdown =
        new Breakdown(
            Map.of(
                Part.VALUES,
                (long) kept.size(),
                Part.INDEX,
                (long) pointers.size() + columns.size()));
    byte[] stream = pointers.bytes(columns.toBytes()).bytes(kept.toBytes()).toBytes();
    progress.worked(1);
    return new EncodedLayer(id(), VERSION, weights.shape(), stream, breakdown, ReachedBound.EXACT);
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    long heads = Integer.BYTES * (shape.rows() + 1L);
    long entries = (stream.length - heads) / (Integer.BYTES + Float.BYTES);
    if (entries < 0 || heads + entries * (Integer.BYTES + Float.BYTES) != stream.length) {
      throw new MalformedStreamException(0, stream.length + " bytes are not whole rows");
    }
    var in = new ByteReader(stream);
    var pointers = new ByteReader(in.bytes((int) heads));
    var columns = new ByteReader(in.bytes((int) entries * Integer.BYTES));
    var kept = new ByteReader(in.rest());
    float[] values = new float[shape.size()];
    int from = pointer(pointers, 0, 0);
    for (int r = 0; r < shape.rows(); r++) {
      int to = pointer(pointers, from, entries);
      int before = -1;
      for (int i = from; i < to; i++) {
        int column = columns.u32();
        if (column <= before || column >= shape.columns()) {
          throw new MalformedStreamException(
              columns.offset(), "column " + column + " of row " + r + " is out of order");
        }
        values[r * shape.columns() + column] = Float.intBitsToFloat(kept.u32());
        before = column;
      }
      from = to;
    }
    if (from != entries) {
      throw new MalformedStreamException(pointers.offset(), "the last row ends too early");
    }
    return new Tensor(shape, values);
  }

  private static int pointer(ByteReader pointers, int least, long most) {
    int at = pointers.offset();
    int pointer = pointers.u32();
    if (pointer < least || pointer > most) {
      throw new MalformedStreamException(at, "a row begins at " + pointer);
    }
    return pointer;
  }
}
