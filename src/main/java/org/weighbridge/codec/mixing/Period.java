package org.weighbridge.codec.mixing;

import org.weighbridge.tensor.Mask;

/**
 * The distance along a row at which positions resemble each other: the width of the image that the
 * layer looks at, or of its kernels.
 */
public final class Period {
  /** The largest distance that is tried. */
  public static final int MAX = 128;

  /** No more positions are looked at. */
  private static final int SAMPLE = 1 << 21;

  private Period() {}

  /** The best distance from 2 to {@link #MAX}, or 0 when none stands out. */
  public static int of(Mask mask) {
    int columns = mask.columns();
    int longest = Math.min(MAX, columns / 2);
    int rows = (int) Math.min(mask.rows(), SAMPLE / Math.max(1L, columns) + 1);
    long[] meetings = new long[MAX + 1];
    long[] row = new long[((columns + 63) >>> 6) + MAX / 64 + 1];
    for (int r = 0; r < rows; r++) {
      if (read(mask, r, row)) {
        for (int distance = 2; distance <= longest; distance++) {
          meetings[distance] += meetings(row, distance);
        }
      }
    }
    int best = 0;
    double mean = 0;
    for (int distance = 2; distance <= longest; distance++) {
      best = meetings[distance] > meetings[best] ? distance : best;
      mean += (double) meetings[distance] / (longest - 1);
    }
    return meetings[best] > 1.1 * mean ? best : 0;
  }

  private static boolean read(Mask mask, int r, long[] row) {
    java.util.Arrays.fill(row, 0);
    long any = 0;
    for (int c = 0; c < mask.columns(); c++) {
      if (mask.get(r * mask.columns() + c)) {
        row[c >>> 6] |= 1L << c;
        any = 1;
      }
    }
    return any != 0;
  }

  /** How many kept positions have another one at that distance. */
  private static int meetings(long[] row, int distance) {
    int words = distance >>> 6;
    int bits = distance & 63;
    int count = 0;
    for (int i = 0; i + words + 1 < row.length; i++) {
      long shifted =
          bits == 0
              ? row[i + words]
              : (row[i + words] >>> bits) | (row[i + words + 1] << (64 - bits));
      count += Long.bitCount(row[i] & shifted);
    }
    return count;
  }
}
