package org.weighbridge.dataset.digits;

/**
 * Random numbers that are the same on every platform for ever: SplitMix64 (Steele, Lea, Flood: <a
 * href="https://doi.org/10.1145/2714064.2660195">Fast Splittable Pseudorandom Number
 * Generators</a>, 2014), written out because the JDK promises no sequence of its own generators for
 * ever.
 */
public final class SplitMix {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  public SplitMix(long seed) {
    state = seed;
  }

  /** A generator for item {@code index} of stream {@code stream}: distinct ones start apart. */
  public static SplitMix of(long seed, int stream, int index) {
    return new SplitMix(mix(mix(seed) + GAMMA * (((long) stream << 32) + index + 1)));
  }

  public long next() {
    state += GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** Uniform in [from, to). */
  public double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** Uniform in 0 to bound - 1. */
  public int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Standard normal, by Box and Muller. */
  public double normal() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** The numbers 0 to count - 1 in random order (Fisher and Yates). */
  public int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int place = below(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
