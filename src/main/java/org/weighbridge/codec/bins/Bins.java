package org.weighbridge.codec.bins;

import org.weighbridge.tensor.Mask;

/**
 * The bins of a layer that are written down; those of all other weights are 0.
 *
 * <p>A bin q is the symbol 1 + 2q for q &gt;= 0, else -2q: what the entropy coders take for signed
 * numbers. Their symbol 0 is not used.
 *
 * @param mask where bins are written down: all that are not 0, some of 0 may be among them
 * @param symbols one for each position of the mask
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never written to
public record Bins(Mask mask, int[] symbols) {
  static int symbol(int bin) {
    return bin >= 0 ? 2 * bin + 1 : -2 * bin;
  }

  /** The bin of a symbol. */
  public static int bin(int symbol) {
    return (symbol & 1) != 0 ? symbol >>> 1 : -(symbol >>> 1);
  }
}
