package org.weighbridge.gui.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.workbench.Bench;

class LayersViewModelTest {
  @Test
  void bitsAreMeasuredAtRestAndPredictedDuringAMove(@TempDir Path folder) {
    var bench = Bench.open(TinyExample.in(folder));
    var model = new LayersViewModel(bench.workbench);
    bench.rest();
    bench.drain();
    var row = model.rows().getFirst();
    var report = bench.workbench.measuredFile().orElseThrow().layer(row.id()).orElseThrow();
    assertEquals(Bits.measured(report.bitsPerWeight()), row.bits().get());
    bench.workbench.bounds().move(row.id(), 0.15);
    assertEquals(Bits.State.PREDICTED, row.bits().get().state());
    assertTrue(row.bits().get().words().startsWith("~"), "told apart without colour");
    assertSame(row, model.rows().getFirst(), "rows stay, and with them the selection");
    bench.workbench.bounds().lock(row.id(), true);
    assertEquals(Bits.UNKNOWN, row.bits().get());
  }

  @Test
  void sensitivityFollowsTheBudget(@TempDir Path folder) {
    var bench = Bench.open(TinyExample.in(folder));
    var model = new LayersViewModel(bench.workbench);
    var row = model.rows().getFirst();
    bench.workbench.lossBudget().set(100);
    assertEquals(Sensitivity.Reach.AT_LEAST, row.sensitivity().get().orElseThrow().reach());
    bench.workbench.lossBudget().set(-1000);
    assertEquals(Sensitivity.Reach.BELOW, row.sensitivity().get().orElseThrow().reach());
  }
}
