package org.weighbridge.codec;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Shape;

/**
 * Which weights of a layer are kept, seen as a matrix: one bit per weight, row-major.
 *
 * @param rows first dimension of the layer
 * @param columns product of the other dimensions
 * @param words 64 positions each, the lowest bit first; bits beyond the end are zero
 */
@SuppressWarnings("ArrayRecordComponent") // filled by whoever makes it, then only read
public record Mask(int rows, int columns, long[] words) {
  /** Words that one thread fills. */
  private static final int CHUNK = 1 << 12;

  /** Nothing kept. */
  public static Mask empty(Shape shape) {
    return new Mask(shape.rows(), shape.columns(), new long[(shape.size() + 63) >>> 6]);
  }

  /** The positions that a predicate keeps. It is asked by several threads. */
  public static Mask of(Shape shape, IntPredicate kept, Progress progress) {
    var mask = empty(shape);
    WorkPool.forEach(
        (mask.words.length + CHUNK - 1) / CHUNK,
        chunk -> {
          progress.check();
          int from = chunk * CHUNK * 64;
          int to = (int) Math.min(mask.size(), from + CHUNK * 64L);
          for (int i = from; i < to; i++) {
            if (kept.test(i)) {
              mask.set(i);
            }
          }
        });
    return mask;
  }

  /** The same on this thread, asking in order. */
  public static Mask of(Shape shape, IntPredicate kept) {
    var mask = empty(shape);
    for (int i = 0; i < mask.size(); i++) {
      if (kept.test(i)) {
        mask.set(i);
      }
    }
    return mask;
  }

  /** The number of positions. */
  public int size() {
    return rows * columns;
  }

  public boolean get(int position) {
    return (words[position >>> 6] >>> position & 1) != 0;
  }

  /** The next {@code count} positions, 1 to 64, the first one in the lowest bit. */
  private long bits(int position, int count) {
    int word = position >>> 6;
    int shift = position & 63;
    long bits = words[word] >>> shift;
    if (shift + count > 64) {
      bits |= words[word + 1] << -shift;
    }
    return bits & -1L >>> -count;
  }

  /** The columns that a row keeps, ascending: as many as are returned, in front of {@code into}. */
  public int columnsOf(int row, int[] into) {
    int start = row * columns;
    int count = 0;
    for (int c = 0; c < columns; c += 64) {
      long bits = bits(start + c, Math.min(64, columns - c));
      int end = count + Long.bitCount(bits);
      // eight at a time, wanted or not: a branch per bit would be mispredicted for every word
      for (; count < end; count += 8) {
        for (int i = 0; i < 8; i++) {
          into[count + i] = c + Long.numberOfTrailingZeros(bits);
          bits &= bits - 1;
        }
      }
      count = end;
    }
    return count;
  }

  /** The number of kept weights of a row. */
  public int kept(int row) {
    int start = row * columns;
    int kept = 0;
    for (int c = 0; c < columns; c += 64) {
      kept += Long.bitCount(bits(start + c, Math.min(64, columns - c)));
    }
    return kept;
  }

  /** Room for {@link #columnsOf}, whatever a row keeps. */
  public int[] roomForColumns() {
    return new int[columns + 8];
  }

  /** Marks a position as kept: for coders that build a mask. */
  public void set(int position) {
    words[position >>> 6] |= 1L << position;
  }

  /** The number of kept weights. */
  public int kept() {
    int kept = 0;
    for (long word : words) {
      kept += Long.bitCount(word);
    }
    return kept;
  }

  /** Everything kept. */
  public static Mask full(Shape shape) {
    var mask = empty(shape);
    Arrays.fill(mask.words, -1L);
    int beyond = mask.size() & 63;
    if (beyond != 0) {
      mask.words[mask.words.length - 1] >>>= 64 - beyond;
    }
    return mask;
  }

  /** How many of the positions before {@code position} are kept. */
  public int rank(int position) {
    int kept = 0;
    for (int w = 0; w < position >>> 6; w++) {
      kept += Long.bitCount(words[w]);
    }
    int within = position & 63;
    return within == 0 ? kept : kept + Long.bitCount(words[position >>> 6] << (64 - within));
  }

  /** The positions of the kept weights, ascending. */
  public int[] positions() {
    int[] positions = new int[kept()];
    int count = 0;
    for (int w = 0; w < words.length; w++) {
      for (long word = words[w]; word != 0; word &= word - 1) {
        positions[count++] = (w << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return positions;
  }

  public boolean sameAs(Mask other) {
    return rows == other.rows && columns == other.columns && Arrays.equals(words, other.words);
  }
}
