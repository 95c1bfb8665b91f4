package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.weighbridge.network.LayerId;

class WayTimesTest {
  private static final LayerId LAYER = new LayerId("fc1.weight");
  private final WayTimes times = new WayTimes();

  @Test
  void triesBothWaysAndTakesTheFasterOne() {
    for (int i = 0; i < 2; i++) {
      assertTrue(times.sparse(LAYER));
      times.took(LAYER, true, 900 - 400 * i);
    }
    for (int i = 0; i < 2; i++) {
      assertFalse(times.sparse(LAYER));
      times.took(LAYER, false, 800 - 500 * i);
    }
    assertFalse(times.sparse(LAYER));
    assertTrue(times.sparse(new LayerId("another")));
    times.took(LAYER, true, 299);
    assertTrue(times.sparse(LAYER));
  }
}
