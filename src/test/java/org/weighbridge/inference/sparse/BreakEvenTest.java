package org.weighbridge.inference.sparse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weighbridge.inference.sparse.BreakEven.Timing;

class BreakEvenTest {
  private static double density(long dense, long at5, long at25) {
    var timings = List.of(new Timing(0.05, at5), new Timing(0.25, at25));
    return new BreakEven(10, 10, 10, dense, timings).density();
  }

  @Test
  void isWhereTheLineOfSparseTimesMeetsTheDenseTime() {
    assertEquals(0.25, density(300, 100, 300), 1e-12);
    assertEquals(0.15, density(200, 100, 300), 1e-12);
    assertEquals(0.45, density(500, 100, 300), 1e-12);
    assertEquals(0, density(10, 100, 300), "never quicker");
    assertEquals(1, density(100_000, 100, 300), "always quicker");
    assertEquals(1, density(300, 200, 200), "no slope, quicker");
    assertEquals(0, density(100, 300, 200), "no sense, slower");
  }

  @Test
  void needsTwoTimings() {
    var one = List.of(new Timing(0.05, 1));
    assertThrows(IllegalArgumentException.class, () -> new BreakEven(1, 1, 1, 1, one));
  }

  @Test
  void isMeasured() {
    var runs = new AtomicInteger();
    var measured =
        BreakEvenTrial.measure(
            20,
            30,
            40,
            FloatBuffer.allocate(1200),
            FloatBuffer.allocate(800),
            runs::incrementAndGet);
    assertEquals(20, measured.outputs());
    assertEquals(30, measured.inputs());
    assertEquals(40, measured.samples());
    assertTrue(runs.get() > 1);
    assertTrue(measured.denseNanos() >= 0);
    for (var timing : measured.sparse()) {
      assertTrue(timing.nanos() > 0, measured.toString());
    }
  }
}
