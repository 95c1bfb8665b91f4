package org.weighbridge.codec.exact;

import java.util.Map;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.lossless.Deflate;
import org.weighbridge.codec.lossless.Pieces;
import org.weighbridge.codec.lossless.Zstd;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A layer bit for bit, zeros of either sign and NaN included, through a general-purpose compressor.
 *
 * <p>Stream: {@link Pieces} of 2^20 weights, each packed as its {@link Packing} says.
 *
 * @param id for files and the command line
 * @param label for buttons and tables
 */
public record ExactCodec(String id, String label, Packing packing) implements LayerCodec {
  private static final int VERSION = 1;

  /** Zstandard (RFC 8878) on the floats as they are. */
  public static LayerCodec zstd() {
    return new ExactCodec("zstd", "Zstd", new Packing.Plain(new Zstd()));
  }

  /** Deflate (RFC 1951) on the floats as they are, as zip files and gzip do. */
  public static LayerCodec deflate() {
    return new ExactCodec("deflate", "Deflate", new Packing.Plain(new Deflate()));
  }

  /** Exponents and mantissas apart, as ZipNN (Hershcovitch et al., 2024) does. */
  public static LayerCodec byteGroups() {
    return new ExactCodec("bytes", "Byte groups", new Packing.Grouped());
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
  public String name() {
    return label;
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
    var out = new ByteWriter();
    Pieces.write(
        out,
        values.length,
        (from, to) -> {
          progress.check();
          int[] bits = new int[to - from];
          for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[from + i]);
          }
          return packing.pack(bits, settings.effort(), progress);
        });
    progress.check();
    progress.worked(1);
    var breakdown = new Breakdown(Map.of(Part.VALUES, (long) out.size()));
    return new EncodedLayer(
        id, VERSION, weights.shape(), out.toBytes(), breakdown, ReachedBound.EXACT);
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    float[] values = new float[shape.size()];
    Pieces.read(
        new ByteReader(stream),
        values.length,
        (packed, from, to) -> {
          progress.check();
          int[] bits = new int[to - from];
          packing.unpack(packed, bits);
          for (int i = 0; i < bits.length; i++) {
            values[from + i] = Float.intBitsToFloat(bits[i]);
          }
        });
    return new Tensor(shape, values);
  }
}
