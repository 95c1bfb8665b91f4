package org.weighbridge.codec.entropy;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.ArithmeticDecoder;
import org.weighbridge.codec.mixing.ArithmeticEncoder;
import org.weighbridge.codec.mixing.Period;
import org.weighbridge.codec.mixing.Stripes;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;

/**
 * Bins by context mixing and arithmetic coding: sign and magnitude are predicted from the bins
 * beside, in the same row and in the same column. No tables, so that tiny layers stay tiny.
 *
 * <p>Stream: a byte that says what occurs (1: outliers, 2: bin 0), the period (varint, 0 for none),
 * then the stripes.
 */
public record ContextSymbols() implements SymbolCoder {
  /** So many weights are coded quickly enough for the default effort. */
  private static final int QUICK = 1 << 17;

  /** In the first byte: outliers occur. */
  static final int OUTLIERS = 1;

  /** In the first byte: bin 0 occurs. */
  static final int ZEROS = 2;

  @Override
  public String name() {
    return "context";
  }

  @Override
  public boolean races(Mask mask, Effort effort) {
    return effort == Effort.MAX || (effort == Effort.BALANCED && mask.kept() <= QUICK);
  }

  @Override
  public Coded encode(int[] symbols, Mask mask, Effort effort, Progress progress) {
    int occurring = occurring(symbols);
    int period = Period.of(mask);
    var stripes = Stripes.of(mask);
    int[] positions = mask.positions();
    var densities = Densities.of(mask, positions);
    byte[][] streams = new byte[stripes.count()][];
    WorkPool.forEach(
        streams.length,
        i -> {
          var encoder = new ArithmeticEncoder();
          new BinWalk(densities, mask.columns(), period, occurring)
              .code(encoder, positions, range(mask, stripes, i), symbols, progress);
          streams[i] = encoder.finish();
        });
    var out = new ByteWriter().u8(occurring).varint(period);
    Stripes.join(out, streams);
    return new Coded(out.toBytes(), 0);
  }

  private static int occurring(int[] symbols) {
    int occurring = 0;
    for (int symbol : symbols) {
      occurring |= symbol == 0 ? OUTLIERS : symbol == 1 ? ZEROS : 0;
    }
    return occurring;
  }

  @Override
  public int[] decode(ByteReader in, Mask mask, Progress progress) {
    int start = in.offset();
    int occurring = in.u8();
    if (occurring > (OUTLIERS | ZEROS)) {
      throw new MalformedStreamException(start, "no such kind of symbols: " + occurring);
    }
    int period = in.count(Period.MAX);
    var stripes = Stripes.of(mask);
    var streams = stripes.split(in);
    int[] positions = mask.positions();
    int[] symbols = new int[positions.length];
    var densities = Densities.of(mask, positions);
    WorkPool.forEach(
        streams.length,
        i -> {
          var decoder = new ArithmeticDecoder(streams[i]);
          new BinWalk(densities, mask.columns(), period, occurring)
              .code(decoder, positions, range(mask, stripes, i), symbols, progress);
          decoder.end();
        });
    return symbols;
  }

  /** The symbols of a stripe. */
  private static Range range(Mask mask, Stripes stripes, int stripe) {
    return new Range(
        mask.rank(stripes.from(stripe) * mask.columns()),
        mask.rank(stripes.to(stripe) * mask.columns()));
  }

  /** Some of the symbols. */
  record Range(int from, int to) {}
}
