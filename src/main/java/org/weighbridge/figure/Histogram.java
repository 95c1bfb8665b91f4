package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * How many values fall into each of a row of equal bins. A value on an inner edge belongs to the
 * upper bin, one at {@code to} to the last.
 *
 * @param name for the legend
 * @param from lower edge of the first bin
 * @param to upper edge of the last bin, above {@code from}
 * @param counts one per bin
 * @param outside values below {@code from}, above {@code to}, or not finite
 */
public record Histogram(String name, double from, double to, List<Long> counts, long outside) {
  public Histogram {
    counts = List.copyOf(counts);
    if (!(from < to) || counts.isEmpty()) {
      throw new IllegalArgumentException(counts.size() + " bins from " + from + " to " + to);
    }
  }

  /** The lower edge of a bin; that of bin {@code counts().size()} is {@link #to}. */
  public double edge(int bin) {
    return from + (to - from) * bin / counts.size();
  }

  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** Counts values one by one. */
  public static final class Counter {
    private final double from;
    private final double to;
    private final long[] counts;
    private long outside;

    public Counter(double from, double to, int bins) {
      this.from = from;
      this.to = to;
      this.counts = new long[bins];
    }

    public void add(double value) {
      if (value >= from && value <= to) {
        int bin = (int) ((value - from) / (to - from) * counts.length);
        counts[Math.min(bin, counts.length - 1)]++;
      } else {
        outside++;
      }
    }

    /** Adds what another counter of the same bins has counted. */
    public void add(Counter other) {
      for (int bin = 0; bin < counts.length; bin++) {
        counts[bin] += other.counts[bin];
      }
      outside += other.outside;
    }

    public Histogram histogram(String name) {
      var list = new ArrayList<Long>(counts.length);
      for (long count : counts) {
        list.add(count);
      }
      return new Histogram(name, from, to, list, outside);
    }
  }
}
