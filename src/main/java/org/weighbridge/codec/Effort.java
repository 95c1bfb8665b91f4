package org.weighbridge.codec;

import org.weighbridge.tensor.Mask;

/** How hard an encoder tries. */
public enum Effort {
  /** Throughput first. */
  FAST,
  /** The default. */
  BALANCED,
  /** Least bytes. */
  MAX;

  /** Layers up to here are coded in some ten milliseconds by anything that makes no forecasts. */
  private static final int SMALL = 1 << 17;

  /** And these in less than one. */
  private static final int TINY = 1 << 15;

  /** Whether coders that are too slow for large layers may take part in a race. */
  public boolean affords(Mask mask) {
    return switch (this) {
      case FAST -> mask.size() <= TINY;
      case BALANCED -> mask.size() <= SMALL;
      case MAX -> true;
    };
  }
}
