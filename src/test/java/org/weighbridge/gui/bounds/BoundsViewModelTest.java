package org.weighbridge.gui.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.CurveModel;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.network.LayerId;

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
      history.set(history.get().with(id, ErrorBound.absolute(chosen)));
      assertEquals(Math.log10(chosen), row.exponent().get(), 1e-12);
      assertTrue(row.range().get().least() <= chosen && chosen <= row.range().get().most());
      assertEquals(chosen, history.get().place(id).orElseThrow());
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
  void arrowsStepBy125AndFinely() {
    row.step(true, false);
    assertEquals("2e-2", row.bound().get());
    row.step(true, false);
    assertEquals("5e-2", row.bound().get());
    row.step(false, false);
    row.step(true, true);
    assertEquals(0.0212, bench.workbench.bounds().lastPlace(first()));
    bench.workbench.history().undo();
    assertEquals("2e-2", row.bound().get(), "every step can be undone");
  }

  @Test
  void linkedBoundsKeepTheirDistancesOverAWholeDrag() {
    var other = bounds.rows().get().get(1);
    other.type("1e-1");
    bounds.linked().set(true);
    row.dragged(true);
    row.exponent().set(-1); // the other one meets the end of its range on the way
    row.exponent().set(-3);
    row.dragged(false);
    assertEquals("1e-3", row.bound().get());
    assertEquals("1e-2", other.bound().get());
    bench.workbench.history().undo();
    assertEquals("1e-2", row.bound().get());
    assertEquals("1e-1", other.bound().get(), "one step for all");
  }

  @Test
  void aLockedLayerStaysWhenTheOthersMove() {
    var other = bounds.rows().get().get(1);
    other.lock(true);
    bounds.linked().set(true);
    row.type("2e-2");
    assertTrue(other.locked().get());
  }

  @Test
  void whatTheBudgetForbidsIsMarked() {
    var workbench = bench.workbench;
    var curve = workbench.assessing().assessment().get().curve(first()).orElseThrow();
    var worst = curve.points().getLast();
    assertTrue(worst.lossPoints() > 1, "the example loses accuracy: " + worst);
    workbench.lossBudget().set(0.5);
    var marks = row.marks().get();
    assertEquals(curve.points().size(), marks.assessed().size());
    double knee = marks.knee().orElseThrow();
    assertTrue(CurveModel.lossAt(curve, knee) <= 0.5 + 1e-9);
    row.type(Double.toString(worst.place()));
    assertTrue(row.over().get());
    assertTrue(row.effect().get().startsWith("over  "), row.effect().get());
    workbench.lossBudget().set(100);
    assertTrue(row.marks().get().knee().isEmpty());
    assertFalse(row.over().get());
  }

  private LayerId first() {
    return bench.workbench.subject().get().layers().getFirst().id();
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
