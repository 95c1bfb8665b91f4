package org.weighbridge.architecture.violations.codec;

/** A codec whose result depends on the time. */
final class Clock {
  long now() {
    return System.nanoTime();
  }
}
