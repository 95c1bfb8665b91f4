package org.weighbridge.cli.verb;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a program has too little memory to get on: for {@value #MILLIS} ms more than half of the
 * time went into collecting garbage, and each time hardly any was found.
 */
final class Starving {
  private static final long MILLIS = 10_000;
  private static final double TIME = 0.5;
  private static final double FULL = 0.95;

  private record Sample(long millis, long collecting) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * Looks at one more moment.
   *
   * @param millis when it is
   * @param collecting how long old garbage has been collected in all, in milliseconds
   * @param full the part of the space for old objects that the last collection left taken
   */
  boolean after(long millis, long collecting, double full) {
    if (full < FULL) {
      samples.clear();
      return false;
    }
    samples.add(new Sample(millis, collecting));
    // the first sample that is at least as old as the window stays
    while (samples.size() > 1 && secondIsOldEnough(millis)) {
      samples.remove();
    }
    Sample first = samples.element();
    long passed = millis - first.millis();
    return passed >= MILLIS && collecting - first.collecting() > TIME * passed;
  }

  private boolean secondIsOldEnough(long millis) {
    var each = samples.iterator();
    each.next();
    return millis - each.next().millis() >= MILLIS;
  }
}
