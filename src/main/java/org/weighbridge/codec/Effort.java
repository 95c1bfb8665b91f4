package org.weighbridge.codec;

/** How hard an encoder tries. */
public enum Effort {
  /** Throughput first. */
  FAST,
  /** The default. */
  BALANCED,
  /** Least bytes. */
  MAX
}
