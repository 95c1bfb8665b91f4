package org.weighbridge.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What evaluations cost, in nanoseconds.
 *
 * @param samples asked in each
 * @param bounds how many candidates each layer had
 * @param layers each changed alone
 * @param sliders each moved while all layers are changed
 */
public record EvaluationResult(int samples, int bounds, List<Way> layers, List<Slider> sliders) {
  /**
   * The same candidates of one layer both ways, the first of which prepared the short one.
   *
   * @param brief nanoseconds of computing what changed
   * @param whole nanoseconds of running the whole network
   * @param differing predictions that were not the same
   */
  @SuppressWarnings("ArrayRecordComponent") // read only
  public record Way(String layer, long[] brief, long[] whole, int differing) {}

  /**
   * Moves of one layer, the first of which prepared the others.
   *
   * @param coding nanoseconds of encoding, decoding and checking the bound
   * @param measuring nanoseconds of measuring accuracy
   * @param differing predictions of the first and the last move that the whole network's were not
   */
  @SuppressWarnings("ArrayRecordComponent") // read only
  public record Slider(String layer, long[] coding, long[] measuring, int differing) {
    /** Nanoseconds from each move to its accuracy. */
    public long[] nanos() {
      return IntStream.range(0, coding.length).mapToLong(i -> coding[i] + measuring[i]).toArray();
    }
  }

  /** All candidates by what changed. */
  public long briefNanos() {
    return sum(way -> Arrays.stream(way.brief()).sum());
  }

  /** The same candidates by the whole network. */
  public long wholeNanos() {
    return sum(way -> Arrays.stream(way.whole()).sum());
  }

  /** How many times faster it is to compute what changed. */
  public double speedup() {
    return (double) wholeNanos() / briefNanos();
  }

  /** Predictions that differ between the ways. */
  public long differing() {
    return sum(Way::differing) + sliders.stream().mapToLong(Slider::differing).sum();
  }

  private long sum(ToLongFunction<Way> part) {
    return layers.stream().mapToLong(part).sum();
  }

  /** The middle one, or the mean of the two. */
  public static long median(long... nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  public static long worst(long... nanos) {
    return Arrays.stream(nanos).max().orElseThrow();
  }
}
