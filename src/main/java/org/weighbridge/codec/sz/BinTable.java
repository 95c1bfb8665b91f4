package org.weighbridge.codec.sz;

import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;

/**
 * Bins of any width up to 2 × bound, the same for both signs, each with the value that its weights
 * come back as. Bin k and -k, k from 1, are magnitudes in ascending order; there is no bin 0, so
 * that small weights keep their sign.
 *
 * <p>Magnitudes are multiples of 2 × bound / {@link #STEPS}. Stream: their number (varint), the
 * first one, then the differences (varints).
 */
final class BinTable implements Quantizer {
  /** Grid points in a bin of full width: a byte holds most differences. */
  static final int STEPS = 64;

  /** More never pay. */
  static final int MAX_BINS = 1 << 9;

  /** Of the bound: far enough from it that rounding does not matter. */
  private static final double SAFELY = 1 - 0x1p-20;

  private final double bound;
  private final double cellsPerUnit;
  private final int[] magnitudes;
  private final float[] values;

  /** The bin of every cell of one step; only the encoder needs it. */
  private final short[] binOfCell;

  /** The symbol of every cell whose bin keeps the bound for all magnitudes in it, else 0. */
  private final int[] safeSymbols;

  private BinTable(double bound, int[] magnitudes, short[] binOfCell) {
    this.bound = Math.min(bound, LinearQuantizer.LARGEST);
    this.magnitudes = magnitudes;
    this.binOfCell = binOfCell;
    values = new float[magnitudes.length + 1];
    for (int i = 0; i < magnitudes.length; i++) {
      values[i + 1] = (float) (step(this.bound) * magnitudes[i]);
    }
    cellsPerUnit = 1 / step(this.bound);
    safeSymbols = new int[binOfCell.length];
    for (int cell = 0; cell < safeSymbols.length; cell++) {
      double value = values[binOfCell[cell]];
      if (value > 0
          && Math.abs(value - cell * step(this.bound)) < SAFELY * this.bound
          && Math.abs(value - (cell + 1) * step(this.bound)) < SAFELY * this.bound) {
        safeSymbols[cell] = Quantized.symbol(binOfCell[cell]);
      }
    }
  }

  /**
   * A table for encoding.
   *
   * @param magnitudes ascending, in steps
   * @param binOfCell the bin, from 1, of every magnitude rounded down to a step; 0 for none
   */
  static BinTable of(double bound, int[] magnitudes, short[] binOfCell) {
    return new BinTable(bound, magnitudes, binOfCell);
  }

  static double step(double bound) {
    return 2 * bound / STEPS;
  }

  int bins() {
    return magnitudes.length;
  }

  @Override
  public int bin(float value, float prediction) {
    double cell = Math.abs((double) value) * cellsPerUnit;
    if (!(cell < binOfCell.length)) {
      return OUTLIER;
    }
    int bin = binOfCell[(int) cell];
    if (bin == 0) {
      return OUTLIER;
    }
    int signed = value < 0 ? -bin : bin;
    float decoded = reconstruct(signed, 0f);
    return decoded != 0 && BoundCheck.keeps(value, decoded, bound) ? signed : OUTLIER;
  }

  /** Most cells are safe: no weight in them needs a check of its own. */
  @Override
  public int symbols(float[] values, int from, int to, int[] into) {
    int outliers = 0;
    for (int i = from; i < to; i++) {
      float value = values[i];
      double cell = Math.abs((double) value) * cellsPerUnit;
      int symbol = cell < safeSymbols.length ? safeSymbols[(int) cell] : 0;
      if (symbol == 0) {
        into[i] = Quantized.symbol(bin(value, 0f));
        outliers += into[i] == Quantized.OUTLIER ? 1 : 0;
      } else {
        // the symbols of bins k and -k are 2k + 1 and 2k
        into[i] = symbol - (Float.floatToRawIntBits(value) >>> 31);
      }
    }
    return outliers;
  }

  @Override
  public float reconstruct(int bin, float prediction) {
    return bin < 0 ? -values[-bin] : values[bin];
  }

  @Override
  public boolean knows(int bin) {
    return bin != 0 && Math.abs((long) bin) <= magnitudes.length;
  }

  void write(ByteWriter out) {
    out.varint(magnitudes.length);
    int before = 0;
    for (int magnitude : magnitudes) {
      out.varint(magnitude - before);
      before = magnitude;
    }
  }

  static BinTable read(ByteReader in, double bound) {
    int[] magnitudes = new int[in.count(Math.min(MAX_BINS, in.remaining()))];
    int before = 0;
    for (int i = 0; i < magnitudes.length; i++) {
      before += in.count(MinimumEntropyBins.MAX_CELLS - before);
      magnitudes[i] = before;
    }
    var table = new BinTable(bound, magnitudes, new short[0]);
    if (!Float.isFinite(table.values[magnitudes.length])) {
      throw new MalformedStreamException(in.offset(), "a bin lies beyond every number");
    }
    return table;
  }
}
