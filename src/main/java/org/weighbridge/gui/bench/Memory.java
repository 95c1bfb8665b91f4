package org.weighbridge.gui.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.weighbridge.benchmark.window.Held;
import org.weighbridge.runtime.Holdings;

/** What this process holds. */
final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** What is only reachable through references that a collection clears goes with the next one. */
  private static final int COLLECTIONS = 3;

  private static final int PATIENCE = 10;

  private Memory() {}

  static Held held() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return new Held(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        resident(),
        Holdings.sessions(),
        Holdings.tensorBytes());
  }

  /** Collects garbage until something is so, but not for ever. */
  static void awaitCollection(BooleanSupplier condition) {
    for (int i = 0; i < PATIENCE && !condition.getAsBoolean(); i++) {
      System.gc();
    }
  }

  private static long resident() {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1; // not Linux
    }
  }
}
