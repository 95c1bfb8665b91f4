package org.weighbridge.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TrackedProgressTest {
  private final ArrayList<ProgressState> states = new ArrayList<>();
  private final CancelToken cancel = new CancelToken();
  private final TrackedProgress progress = new TrackedProgress(cancel, states::add);

  @Test
  void partsFillTheirShareOfTheWhole() {
    progress.begin("whole", 4);
    progress.worked(1);
    assertEquals(0.25, last().fraction());
    var part = progress.part(2);
    part.begin("part", 10);
    part.worked(5);
    assertEquals(0.5, last().fraction());
    var inner = part.part(5);
    inner.begin("inner", 2);
    inner.worked(1);
    assertEquals(0.625, last().fraction());
    progress.worked(1);
    assertEquals(1, last().fraction());
    assertEquals("whole", last().task());
  }

  @Test
  void theFractionNeverGoesBack() {
    progress.begin("whole", 2);
    var first = progress.part(1);
    var second = progress.part(1);
    second.begin("second", 1);
    second.worked(1);
    first.begin("first", 1);
    first.worked(1);
    double before = 0;
    for (var state : states) {
      assertTrue(state.fraction() >= before, states.toString());
      before = Math.max(before, state.fraction());
    }
  }

  @Test
  void cancelledWorkStopsAtTheNextCheck() {
    progress.begin("whole", 2);
    cancel.cancel();
    assertThrows(CancellationException.class, progress::check);
    assertThrows(CancellationException.class, progress.part(1)::check);
    assertThrows(CancellationException.class, () -> progress.worked(1));
  }

  private ProgressState last() {
    return states.getLast();
  }
}
