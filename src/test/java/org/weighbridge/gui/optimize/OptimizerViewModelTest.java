package org.weighbridge.gui.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.network.LayerId;

class OptimizerViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir Path folder;
  private Bench bench;
  private OptimizerViewModel model;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    model = new OptimizerViewModel(bench.workbench);
    settle();
  }

  private void settle() {
    bench.drain();
    bench.rest();
    bench.drain();
  }

  @Test
  void aMixtureOfTheComparedCodersIsProposedAndCanBeUndone() {
    var wanted = bench.workbench.comparingCoders().wanted();
    wanted.clear();
    wanted.addAll(List.of("sz", "linear"));
    bench.workbench.lossBudget().set(100);
    model.mix().set(true);
    assertTrue(model.text().get().contains("one of 2 coders"), model.text().get());
    var before = bench.workbench.history().get();
    model.start();
    assertTrue(model.busy().get());
    settle();
    assertTrue(model.proposing().get(), model.text().get());
    var found = bench.workbench.optimizing().suggestion().get();
    assertNotNull(found);
    for (LayerId layer : found.configuration().settings().keySet()) {
      assertTrue(wanted.contains(found.configuration().codec(layer).family()), layer.toString());
    }
    model.use();
    settle();
    assertEquals(found.configuration(), bench.workbench.history().get());
    assertEquals(found.fileBytes(), bench.workbench.measuredFile().orElseThrow().fileBytes());
    assertEquals(Run.Origin.OPTIMIZER, bench.workbench.runs().all().getLast().origin());
    bench.workbench.history().undo();
    assertEquals(before, bench.workbench.history().get());
  }

  @Test
  void aCancelledMixtureProposesNothing() {
    model.mix().set(true);
    model.start();
    model.cancel();
    settle();
    assertFalse(model.busy().get());
    assertFalse(model.proposing().get());
  }

  @Test
  void oneCoderForAllIsSaidWhereLayersHaveTheirOwn() {
    assertFalse(model.text().get().contains("all layers"), model.text().get());
    bench.workbench.coders().use(FC1, "linear");
    assertTrue(model.text().get().contains("all layers with SZ"), model.text().get());
  }
}
