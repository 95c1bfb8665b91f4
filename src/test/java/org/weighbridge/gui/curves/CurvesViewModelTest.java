package org.weighbridge.gui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
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
  void dataAreTheAssessedPointsInFullPrecision() {
    var table = model.data();
    assertEquals(
        List.of("layer", "error bound", "accuracy (%)", "low (%)", "high (%)", "layer (bytes)"),
        table.columns());
    var assessment = Objects.requireNonNull(bench.workbench.assessing().assessment().get());
    int points = assessment.curves().stream().mapToInt(curve -> curve.points().size()).sum();
    assertEquals(points, table.rows().size());
    var point = assessment.curves().getFirst().points().getFirst();
    var row = table.rows().getFirst();
    assertEquals(point.place(), Double.parseDouble(row.get(1)));
    assertEquals(point.bytes(), Long.parseLong(row.get(5)));
    assertTrue(table.csv().lines().count() == points + 1);
  }
}
