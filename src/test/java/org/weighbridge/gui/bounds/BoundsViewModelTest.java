package org.weighbridge.gui.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.gui.workbench.Bench;

class BoundsViewModelTest {
  @TempDir Path folder;
  private Bench bench;
  private BoundsViewModel bounds;
  private BoundRowViewModel row;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    bounds = new BoundsViewModel(bench.workbench);
    row = bounds.rows().get().getFirst();
  }

  @Test
  void aDragIsPredictedThenMeasuredAndUndoneAtOnce() {
    assertTrue(bounds.state().get().startsWith("up to date"), bounds.state().get());
    row.dragged(true);
    row.exponent().set(-1.5);
    row.exponent().set(-1);
    row.dragged(false);
    assertEquals("1e-1", row.bound().get());
    assertTrue(row.effect().get().contains("≈"), row.effect().get());
    assertTrue(bounds.state().get().startsWith("stale"), bounds.state().get());
    bench.drain();
    bench.rest();
    bench.drain();
    assertTrue(bounds.state().get().startsWith("up to date"), bounds.state().get());
    bench.workbench.history().undo();
    assertEquals("1e-2", row.bound().get());
    assertEquals(-2, row.exponent().get(), 1e-12);
  }

  @Test
  void theSliderReachesWhatTheOptimizerChose() {
    var history = bench.workbench.history();
    var id = bench.workbench.subject().get().layers().getFirst().id();
    for (double chosen : new double[] {1e-5, 300}) {
      history.set(history.get().withBound(id, ErrorBound.absolute(chosen)));
      assertEquals(Math.log10(chosen), row.exponent().get(), 1e-12);
      assertTrue(row.range().get().least() <= chosen && chosen <= row.range().get().most());
      assertEquals(chosen, history.get().bounds().get(id).value());
    }
  }

  @Test
  void aLockedRowSaysSoAndTakesNoBound() {
    row.type("2e-2");
    row.lock(true);
    assertTrue(row.locked().get());
    assertEquals("lossless", row.bound().get());
    assertTrue(row.effect().get().equals("3.46 KB raw"), row.effect().get());
    row.type("3e-2");
    row.exponent().set(-1);
    assertTrue(row.locked().get());
    bench.workbench.history().undo();
    assertEquals("2e-2", row.bound().get());
    assertEquals(Math.log10(0.02), row.exponent().get(), 1e-12);
  }

  @Test
  void typedBoundsAreTakenOrRefused() {
    row.type("2e-2");
    assertEquals("2e-2", row.bound().get());
    assertEquals(Math.log10(0.02), row.exponent().get(), 1e-12);
    row.type("nonsense");
    assertEquals("2e-2", row.bound().get());
  }
}
