package org.weighbridge.inference;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/** Memory outside the heap that weights and caches may take. Not thread-safe. */
final class MemoryBudget {
  private static final long MOST = 1L << 30;

  private final long limit;
  private long used;

  MemoryBudget(long limit) {
    this.limit = limit;
  }

  /** 1 GB, or a quarter of the machine's memory where that is less. */
  static MemoryBudget standard() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    long memory =
        system instanceof com.sun.management.OperatingSystemMXBean machine
            ? machine.getTotalMemorySize()
            : 4 * MOST;
    return new MemoryBudget(Math.min(MOST, memory / 4));
  }

  /** Takes memory if all of it is left. */
  boolean take(long bytes) {
    if (bytes > limit - used) {
      return false;
    }
    used += bytes;
    return true;
  }

  /**
   * Takes memory, as long as that is too little after making room.
   *
   * @param makeRoom gives some back, or says that there is nothing to give
   */
  boolean take(long bytes, BooleanSupplier makeRoom) {
    boolean taken = take(bytes);
    while (!taken && makeRoom.getAsBoolean()) {
      taken = take(bytes);
    }
    return taken;
  }

  void giveBack(long bytes) {
    used -= bytes;
  }

  /** Takes what is needed at any rate, or all that is left where that is less. */
  void reserve(long bytes) {
    take(Math.clamp(bytes, 0, limit - used));
  }

  /** A budget of its own, a share of what is left. */
  MemoryBudget share(int divisor) {
    var share = new MemoryBudget((limit - used) / divisor);
    take(share.limit);
    return share;
  }
}
