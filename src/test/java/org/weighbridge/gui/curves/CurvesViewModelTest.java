package org.weighbridge.gui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.network.LayerId;

class CurvesViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir Path folder;
  private Bench bench;
  private CurvesViewModel model;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    bench.workbench.selected().set(FC1);
    model = new CurvesViewModel(bench.workbench);
  }

  @Test
  void aWholeDragOfTheMarkerIsOneStep() {
    double before = model.selectedBound().get();
    model.dragged(true);
    model.selectedBound().set(0.02);
    model.selectedBound().set(0.05);
    model.dragged(false);
    assertEquals(0.05, bench.workbench.bounds().place(FC1));
    bench.workbench.history().undo();
    assertEquals(before, model.selectedBound().get());
    assertFalse(bench.workbench.history().canUndo().get());
  }

  @Test
  void theMarkerFollowsTheSlider() {
    bench.workbench.bounds().set(FC1, 0.03);
    assertEquals(0.03, model.selectedBound().get());
  }

  @Test
  void theFigureHasTheAssessedPointsInFullPrecision() {
    var card = model.figure().orElseThrow();
    assertEquals("accuracy-against-error-bound", card.fileName());
    var rows = card.figure().data().rows();
    int row = 0;
    for (var curve : model.curves().get()) {
      for (int i = 0; i < curve.bounds().length; i++) {
        assertEquals(
            List.of(
                curve.layer(),
                String.valueOf(curve.bounds()[i]),
                String.valueOf(curve.accuracy()[i]),
                String.valueOf(curve.low()[i]),
                String.valueOf(curve.high()[i])),
            rows.get(row++));
      }
    }
    assertEquals(row, rows.size());
    assertTrue(row > 0);
  }

  @Test
  void lockedLayersAreNotInTheFigureAndTheChosenBoundIs() {
    bench.workbench.selected().set(FC1);
    bench.workbench.bounds().set(FC1, 0.03);
    var figure = (XyFigure) model.figure().orElseThrow().figure();
    assertTrue(figure.lines().stream().anyMatch(line -> line.at() == 0.03), figure.lines() + "");
    bench.workbench.bounds().lock(FC1, true);
    var without = (XyFigure) model.figure().orElseThrow().figure();
    assertTrue(without.series().stream().noneMatch(s -> s.name().equals(FC1.name())));
  }
}
