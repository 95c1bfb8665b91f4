package org.weighbridge.codec.mixing;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.tensor.Mask;

/**
 * A layer cut into groups of rows that are coded apart, so that threads can share the work. The cut
 * depends on the shape alone: the bytes are the same for any number of threads.
 *
 * @param rowsEach rows in every stripe but the last; whole words of a {@link Mask}, so that threads
 *     never write to the same one
 * @param count at least 1
 */
public record Stripes(int rows, int rowsEach, int count) {
  /** Large enough that what the models have to learn anew does not show. */
  private static final int POSITIONS = 1 << 23;

  /** Enough for what learns nothing, and many enough that no thread is left without work. */
  private static final int FEWER_POSITIONS = 1 << 21;

  public static Stripes of(Mask mask) {
    return of(mask, POSITIONS);
  }

  /** Smaller stripes, for coders with static tables. */
  public static Stripes small(Mask mask) {
    return of(mask, FEWER_POSITIONS);
  }

  private static Stripes of(Mask mask, int positions) {
    int rowsEach = (positions / Math.max(1, mask.columns()) + 63) / 64 * 64;
    rowsEach = Math.max(64, rowsEach);
    return new Stripes(mask.rows(), rowsEach, Math.max(1, Math.ceilDiv(mask.rows(), rowsEach)));
  }

  public int from(int stripe) {
    return stripe * rowsEach;
  }

  public int to(int stripe) {
    return (int) Math.min(rows, (stripe + 1L) * rowsEach);
  }

  /** All streams, each but the last after its size (varint). */
  public static void join(ByteWriter out, byte[][] streams) {
    for (int i = 0; i < streams.length; i++) {
      if (i < streams.length - 1) {
        out.varint(streams[i].length);
      }
      out.bytes(streams[i]);
    }
  }

  /** The inverse of {@link #join}. */
  public ByteReader[] split(ByteReader in) {
    var streams = new ByteReader[count];
    for (int i = 0; i < count; i++) {
      int size = i < count - 1 ? in.count(in.remaining()) : in.remaining();
      streams[i] = new ByteReader(in.bytes(size));
    }
    return streams;
  }
}
