package org.weighbridge.tensor;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

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

  /** Positions shown at once: their offsets stay in the fastest cache. */
  private static final int PIECE = 1 << 12;

  private static final int BATCH = 8;

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

  /**
   * The positions of all values but those whose magnitude is at most a limit; NaN is above all.
   *
   * @param limit not negative
   */
  public static Mask above(Shape shape, float[] values, double limit, Progress progress) {
    var mask = empty(shape);
    int largest = Float.floatToRawIntBits(largestAtMost(limit));
    WorkPool.forEach(
        Math.ceilDiv(mask.words.length, CHUNK),
        chunk -> {
          progress.check();
          int to = Math.min(mask.words.length, (chunk + 1) * CHUNK);
          for (int word = chunk * CHUNK; word < to; word++) {
            mask.words[word] = wordAbove(values, word << 6, largest);
          }
        });
    return mask;
  }

  private static float largestAtMost(double limit) {
    float nearest = (float) Math.min(limit, Float.MAX_VALUE);
    return nearest > limit ? Math.nextDown(nearest) : nearest;
  }

  /** Magnitudes compare like their bits; a sign bit without a branch is what this loop lives on. */
  private static long wordAbove(float[] values, int from, int largest) {
    int count = Math.min(Long.SIZE, values.length - from);
    long word = 0;
    int i = 0;
    for (; i <= count - 8; i += 8) {
      int eight = 0;
      for (int j = 0; j < 8; j++) {
        int magnitude = Float.floatToRawIntBits(values[from + i + j]) & Integer.MAX_VALUE;
        eight |= (largest - magnitude) >>> 31 << j;
      }
      word |= (long) eight << i;
    }
    for (; i < count; i++) {
      int magnitude = Float.floatToRawIntBits(values[from + i]) & Integer.MAX_VALUE;
      word |= (long) ((largest - magnitude) >>> 31) << i;
    }
    return word;
  }

  /** The positions that a predicate keeps, asked on this thread and in order. */
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
    return offsets(row * columns, columns, into);
  }

  /** The kept ones of some positions, counted from the first one. */
  private int offsets(int from, int length, int[] into) {
    int count = 0;
    for (int at = 0; at < length; at += 64) {
      long bits = bits(from + at, Math.min(64, length - at));
      int end = count + Long.bitCount(bits);
      // eight at a time, wanted or not: a branch per bit would be mispredicted for every word
      for (; count < end; count += BATCH) {
        for (int i = 0; i < BATCH; i++) {
          into[count + i] = at + Long.numberOfTrailingZeros(bits);
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

  /** Copies a row, its first column to the lowest bit, and counts what it keeps. */
  public int row(int row, long[] into) {
    int start = row * columns;
    int kept = 0;
    for (int c = 0; c < columns; c += 64) {
      into[c >>> 6] = bits(start + c, Math.min(64, columns - c));
      kept += Long.bitCount(into[c >>> 6]);
    }
    return kept;
  }

  /** Room for {@link #columnsOf}, whatever a row keeps. */
  public int[] roomForColumns() {
    return new int[columns + BATCH];
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
    visit(
        Progress.none(),
        (from, offsets, count, rank) -> {
          for (int i = 0; i < count; i++) {
            positions[rank + i] = from + offsets[i];
          }
        });
    return positions;
  }

  /** The first ones of {@link #positions()}, at most {@code most}. */
  public int[] positions(int most) {
    int[] positions = new int[Math.min(most, kept())];
    int count = 0;
    for (int w = 0; count < positions.length; w++) {
      for (long word = words[w]; word != 0 && count < positions.length; word &= word - 1) {
        positions[count++] = (w << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return positions;
  }

  /** Is shown kept positions. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * A few of them, ascending.
     *
     * @param from added to each offset, gives the position
     * @param offsets longer than needed, and used again
     * @param count how many there are
     * @param rank how many kept positions come before these
     */
    void visit(int from, int[] offsets, int count, int rank);
  }

  /** Shows all kept positions, a few at a time; several threads share the work. */
  public void visit(Progress progress, Visitor visitor) {
    int chunks = Math.ceilDiv(words.length, CHUNK);
    int[] ranks = new int[chunks + 1];
    for (int chunk = 0; chunk < chunks; chunk++) {
      int kept = 0;
      int to = Math.min(words.length, (chunk + 1) * CHUNK);
      for (int w = chunk * CHUNK; w < to; w++) {
        kept += Long.bitCount(words[w]);
      }
      ranks[chunk + 1] = ranks[chunk] + kept;
    }
    WorkPool.forEach(
        chunks,
        chunk -> {
          progress.check();
          int[] offsets = new int[PIECE + BATCH];
          int rank = ranks[chunk];
          int to = (int) Math.min(size(), (chunk + 1L) * CHUNK * Long.SIZE);
          int length;
          for (int from = chunk * CHUNK * Long.SIZE; from < to; from += length) {
            length = Math.min(PIECE, to - from);
            int count = offsets(from, length, offsets);
            visitor.visit(from, offsets, count, rank);
            rank += count;
          }
        });
  }

  /** The values at kept positions, in their order; the same array when all are. */
  public float[] gather(float[] values, Progress progress) {
    int size = kept();
    if (size == values.length) {
      return values;
    }
    float[] gathered = new float[size];
    visit(
        progress,
        (from, offsets, count, rank) -> {
          for (int i = 0; i < count; i++) {
            gathered[rank + i] = values[from + offsets[i]];
          }
        });
    return gathered;
  }

  public boolean sameAs(Mask other) {
    return rows == other.rows && columns == other.columns && Arrays.equals(words, other.words);
  }
}
