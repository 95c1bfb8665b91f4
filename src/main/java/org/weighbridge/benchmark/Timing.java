package org.weighbridge.benchmark;

/**
 * The best times of a way there and back.
 *
 * @param encodeNanos of the fastest way there
 * @param decodeNanos of the fastest way back
 * @param runs how many of each were timed
 */
public record Timing(long encodeNanos, long decodeNanos, int runs) {
  /** What takes longer says enough the first time. */
  private static final double LONG_SECONDS = 10;

  /**
   * How often to time.
   *
   * @param least timed runs
   * @param warmUpSeconds for the JIT compiler to see what is hot; short work is timed for another
   *     half of that, because the best of few short runs is chance
   */
  public record Runs(int least, double warmUpSeconds) {}

  /** What is timed, and the check of its result, which is not. */
  interface RoundTrip<E, D> {
    E encode();

    D decode(E encoded);

    void check(E encoded, D decoded);
  }

  /** Times a round trip; one that takes longer than ten seconds only once, without warm-up. */
  static <E, D> Timing best(Runs runs, RoundTrip<E, D> trip) {
    var first = once(trip);
    if (first.seconds() > LONG_SECONDS) {
      return first;
    }
    for (double spent = first.seconds(); spent < runs.warmUpSeconds; ) {
      spent += once(trip).seconds();
    }
    var best = once(trip);
    for (double spent = best.seconds();
        best.runs < runs.least || spent < runs.warmUpSeconds / 2; ) {
      var next = once(trip);
      spent += next.seconds();
      best =
          new Timing(
              Math.min(best.encodeNanos, next.encodeNanos),
              Math.min(best.decodeNanos, next.decodeNanos),
              best.runs + 1);
    }
    return best;
  }

  private static <E, D> Timing once(RoundTrip<E, D> trip) {
    long start = System.nanoTime();
    E encoded = trip.encode();
    long between = System.nanoTime();
    D decoded = trip.decode(encoded);
    long end = System.nanoTime();
    trip.check(encoded, decoded);
    return new Timing(between - start, end - between, 1);
  }

  private double seconds() {
    return (encodeNanos + decodeNanos) / 1e9;
  }

  /** One after the other, such as the layers of a network; the least number of runs. */
  public Timing plus(Timing other) {
    return new Timing(
        encodeNanos + other.encodeNanos,
        decodeNanos + other.decodeNanos,
        Math.min(runs, other.runs));
  }

  /** Throughput of encoding in MB (10^6 bytes) of dense float32 per second. */
  public double encodeMBps(long denseBytes) {
    return 1e3 * denseBytes / encodeNanos;
  }

  /** Throughput of decoding in MB (10^6 bytes) of dense float32 per second. */
  public double decodeMBps(long denseBytes) {
    return 1e3 * denseBytes / decodeNanos;
  }
}
