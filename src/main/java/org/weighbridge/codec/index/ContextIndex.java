package org.weighbridge.codec.index;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.mixing.ArithmeticDecoder;
import org.weighbridge.codec.mixing.ArithmeticEncoder;
import org.weighbridge.codec.mixing.Period;
import org.weighbridge.codec.mixing.Stripes;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/**
 * Positions by context mixing and arithmetic coding, a bit per weight of a live row and column:
 * dead rows and columns cost one flag each.
 *
 * <p>Stream: the period (varint, 0 for none), then the stripes.
 */
public record ContextIndex() implements IndexCoder {
  /** So many positions are coded quickly enough for the default effort. */
  private static final int QUICK = 1 << 19;

  @Override
  public String name() {
    return "context";
  }

  @Override
  public boolean races(Mask mask, Effort effort) {
    return effort == Effort.MAX || (effort == Effort.BALANCED && mask.size() <= QUICK);
  }

  @Override
  public byte[] encode(Mask mask, Effort effort, Progress progress) {
    int period = Period.of(mask);
    var stripes = Stripes.of(mask);
    byte[][] streams = new byte[stripes.count()][];
    WorkPool.forEach(
        streams.length,
        i -> {
          var encoder = new ArithmeticEncoder();
          new MaskWalk(mask, stripes.from(i), stripes.to(i), period).code(encoder, progress);
          streams[i] = encoder.finish();
        });
    var out = new ByteWriter().varint(period);
    Stripes.join(out, streams);
    return out.toBytes();
  }

  @Override
  public Mask decode(ByteReader in, Shape shape, Progress progress) {
    var mask = Mask.empty(shape);
    int period = in.count(Period.MAX);
    var stripes = Stripes.of(mask);
    var streams = stripes.split(in);
    WorkPool.forEach(
        streams.length,
        i -> {
          var decoder = new ArithmeticDecoder(streams[i]);
          new MaskWalk(mask, stripes.from(i), stripes.to(i), period).code(decoder, progress);
          decoder.end();
        });
    return mask;
  }
}
