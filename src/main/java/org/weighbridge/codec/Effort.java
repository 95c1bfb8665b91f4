package org.weighbridge.codec;

/** How hard an encoder tries. */
public enum Effort {
  /** Throughput first. */
  FAST,
  /** The default. */
  BALANCED,
  /** Least bytes. */
  MAX;

  /** Layers up to here are coded in a moment by anything. */
  private static final int SMALL = 1 << 20;

  /** Whether coders that are too slow for large layers may take part in a race. */
  public boolean affords(Mask mask) {
    return this == MAX || mask.size() <= SMALL;
  }
}
