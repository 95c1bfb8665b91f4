package org.weighbridge.codec.half;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.NonFinite;
import org.weighbridge.codec.Promise;
import org.weighbridge.codec.ReachedBound;
import org.weighbridge.codec.lossless.ByteGroups;
import org.weighbridge.codec.lossless.Pieces;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * Every weight in 16 bits. What would become infinite is kept as a float32 beside, and so are NaN
 * and infinities; what is too small becomes a zero of its sign.
 *
 * <p>Stream: form (u8: 0 plain, 1 packed), the weights beyond the format as {@link NonFinite}
 * writes them, then two bytes per weight, lowest first, 0 for those beyond. Packed: {@link Pieces}
 * of {@link ByteGroups}, the sign behind the mantissa.
 *
 * @param packed whether the halves are packed losslessly
 */
public record HalfCodec(Format format, boolean packed) implements LayerCodec {
  private static final int VERSION = 1;
  private static final int PLAIN = 0;
  private static final int PACKED = 1;
  private static final String ENTROPY = "entropy";

  /** IEEE half precision, two bytes each. */
  public static LayerCodec fp16() {
    return new HalfCodec(Format.FP16, false);
  }

  /** bfloat16, two bytes each. */
  public static LayerCodec bf16() {
    return new HalfCodec(Format.BF16, false);
  }

  @Override
  public String id() {
    return packed ? family() + "+" + ENTROPY : family();
  }

  @Override
  public String family() {
    return format.id();
  }

  @Override
  public LayerCodec with(String option) {
    if (!option.equals(ENTROPY)) {
      throw new Fault(
          "%s has no option \"%s\"; it has: %s.".formatted(format.label(), option, ENTROPY));
    }
    return new HalfCodec(format, true);
  }

  @Override
  public List<List<String>> options() {
    return List.of(List.of(ENTROPY));
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
  public String label() {
    return packed ? format.label() + ", packed" : format.label();
  }

  @Override
  public String name() {
    return format.label() + (packed ? "(byte groups)" : "(2 bytes)");
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
    var out = new ByteWriter().u8(packed ? PACKED : PLAIN);
    NonFinite.write(out, values, format.largest(), progress);
    long outliers = out.size() - 1L;
    var largest = new DoubleAccumulator(Math::max, 0);
    Pieces.write(
        out,
        values.length,
        (from, to) -> {
          progress.check();
          var halves = ByteBuffer.allocate(Short.BYTES * (to - from)).order(LITTLE_ENDIAN);
          largest.accumulate(convert(values, from, to, halves));
          return packed
              ? ByteGroups.pack(halves.array(), Short.BYTES, settings.effort(), progress)
              : halves.array();
        });
    progress.worked(1);
    var breakdown =
        new Breakdown(
            Map.of(
                Part.HEADER, 1L, Part.OUTLIERS, outliers, Part.VALUES, out.size() - 1 - outliers));
    double bound = ReachedBound.ofLargest(largest.get());
    return new EncodedLayer(family(), VERSION, weights.shape(), out.toBytes(), breakdown, bound);
  }

  /** Writes the halves of some weights; returns their largest error. */
  private double convert(float[] values, int from, int to, ByteBuffer halves) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      boolean beyond = format.beyond(values[i]);
      short half = beyond ? 0 : format.of(values[i]);
      double error = beyond ? 0 : Math.abs((double) values[i] - format.value(half));
      largest = Math.max(largest, error);
      halves.putShort(packed ? signLast(half) : half);
    }
    return largest;
  }

  private static short signLast(short half) {
    return (short) ((half << 1) | ((half >>> 15) & 1));
  }

  private static short signFirst(short half) {
    return (short) (((half & 0xffff) >>> 1) | (half << 15));
  }

  @Override
  public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
    requireVersion(version);
    var in = new ByteReader(stream);
    int form = in.u8();
    if (form > PACKED) {
      throw new MalformedStreamException(0, "no halves are written in form " + form);
    }
    float[] values = new float[shape.size()];
    NonFinite.read(in, values);
    Pieces.read(
        in,
        values.length,
        (packed, from, to) -> {
          progress.check();
          var halves = halves(packed, form, to - from);
          for (int i = from; i < to; i++) {
            short half = halves.getShort();
            // those beyond the format are there already
            if (values[i] == 0f) {
              values[i] = format.value(form == PACKED ? signFirst(half) : half);
            }
          }
        });
    return new Tensor(shape, values);
  }

  private static ByteBuffer halves(byte[] piece, int form, int count) {
    if (form == PLAIN && piece.length != Short.BYTES * count) {
      throw new MalformedStreamException(0, piece.length + " bytes for " + count + " halves");
    }
    byte[] halves =
        form == PLAIN ? piece : ByteGroups.unpack(new ByteReader(piece), count, Short.BYTES);
    return ByteBuffer.wrap(halves).order(LITTLE_ENDIAN);
  }
}
