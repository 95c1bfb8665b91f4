package org.weighbridge.tensor;

import java.util.Arrays;

/**
 * The different values that are not zero in a tensor, and how often each occurs. Decoded weights
 * have few: one for each bin that holds a weight, where no prediction shifts them.
 */
public final class DistinctValues {
  private static final int FREE = 0; // the bits of 0.0, which is not counted

  private final float[] values;
  private final long[] counts;
  private final long total;

  private DistinctValues(float[] values, long[] counts) {
    this.values = values;
    this.counts = counts;
    this.total = Arrays.stream(counts).sum();
  }

  /** Looks at every value once. */
  public static DistinctValues of(float[] all) {
    var table = new Table();
    for (float value : all) {
      if (value != 0f) {
        table.count(Float.floatToRawIntBits(value));
      }
    }
    return table.sorted();
  }

  /** The number of different values. */
  public int size() {
    return values.length;
  }

  /** The value of a rank, from 0 for the least one; NaN is the last. */
  public float value(int rank) {
    return values[rank];
  }

  /** How often the value of a rank occurs. */
  public long count(int rank) {
    return counts[rank];
  }

  /** The number of values that are not zero. */
  public long total() {
    return total;
  }

  /** The rank of a value from 0, or negative when it does not occur. */
  public int rank(float value) {
    return value == 0f ? -1 : Arrays.binarySearch(values, value);
  }

  /**
   * Order-0 entropy in bits per value that is not zero: what an entropy coder that forecasts
   * nothing needs at least. 0 where there are none.
   */
  public double entropy() {
    double bits = 0;
    for (long count : counts) {
      bits += count * Math.log((double) total / count);
    }
    return total == 0 ? 0 : bits / total / Math.log(2);
  }

  /** Open addressing; grows when it is half full. */
  private static final class Table {
    private int[] keys = new int[1 << 10];
    private long[] counts = new long[keys.length];
    private int size;

    void count(int key) {
      int place = place(key);
      if (keys[place] == FREE) {
        keys[place] = key;
        size++;
        if (2 * size > keys.length) {
          grow();
          place = place(key);
        }
      }
      counts[place]++;
    }

    private int place(int key) {
      // the high bits of the product depend on all bits of the key (Knuth, multiplicative hashing)
      int place = (key * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(keys.length) + 1);
      while (keys[place] != FREE && keys[place] != key) {
        place = (place + 1) & (keys.length - 1);
      }
      return place;
    }

    private void grow() {
      int[] oldKeys = keys;
      long[] oldCounts = counts;
      keys = new int[2 * oldKeys.length];
      counts = new long[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != FREE) {
          int place = place(oldKeys[i]);
          keys[place] = oldKeys[i];
          counts[place] = oldCounts[i];
        }
      }
    }

    DistinctValues sorted() {
      float[] values = new float[size];
      int found = 0;
      for (int key : keys) {
        if (key != FREE) {
          values[found++] = Float.intBitsToFloat(key);
        }
      }
      Arrays.sort(values);
      long[] ordered = new long[size];
      for (int i = 0; i < size; i++) {
        ordered[i] = counts[place(Float.floatToRawIntBits(values[i]))];
      }
      return new DistinctValues(values, ordered);
    }
  }
}
