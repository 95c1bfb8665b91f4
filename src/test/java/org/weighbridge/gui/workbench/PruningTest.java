package org.weighbridge.gui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.network.LayerId;

class PruningTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  private static final LayerId FC2 = new LayerId("fc2.weight");
  @TempDir Path folder;
  private Bench bench;
  private Workbench workbench;
  private Pruning pruning;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    workbench = bench.workbench;
    pruning = workbench.pruning();
  }

  @Test
  void aDragShowsMasksAndAccuracyAndRestsAsTheNetworkAtHand() {
    var opened = workbench.subject().get();
    var setup = workbench.evaluation().get();
    pruning.move(List.of(FC1), 0.5);
    pruning.move(List.of(FC1), 0.1);
    bench.drain();
    assertEquals(0.1, 1 - sparsity(pruning.shown().get(), FC1), 0.01);
    assertNotNull(pruning.accuracy().get());
    assertSame(opened, workbench.subject().get(), "while the drag is on");
    assertSame(setup, workbench.evaluation().get());
    assertFalse(workbench.atHand());
    assertTrue(workbench.measuredAccuracy().isEmpty(), "that is of other masks");
    var followed = pruning.accuracy().get();
    pruning.settle();
    assertSame(pruning.shown().get(), workbench.subject().get());
    bench.drain();
    assertEquals(followed, workbench.evaluation().get().baseline().accuracy());
    assertEquals(
        List.of("as opened", "pruned"),
        Standing.of(workbench.subject().get(), workbench.evaluation().get()).stream()
            .map(Standing::what)
            .toList());
  }

  @Test
  void ofManyMovesOnlyTheNewestIsPruned() {
    pruning.move(List.of(FC1), 0.5);
    for (int i = 40; i > 2; i--) {
      pruning.move(List.of(FC1), i / 100.0);
    }
    int jobs = 0;
    while (!bench.jobs.running().isEmpty()) {
      jobs = Math.max(jobs, bench.jobs.running().size());
      bench.step();
    }
    assertTrue(jobs <= 2, jobs + " jobs at once");
    assertEquals(0.03, 1 - sparsity(pruning.shown().get(), FC1), 0.01);
  }

  @Test
  void pruningAndBoundsAreUndoneInOneOrder() {
    pruning.set(List.of(FC1, FC2), 0.2);
    bench.drain();
    workbench.bounds().set(FC1, 0.05);
    pruning.set(List.of(FC2), 0.5);
    bench.drain();
    workbench.history().undo();
    bench.drain();
    assertEquals(0.2, pruning.choices().get().of(FC2));
    assertEquals(0.8, sparsity(workbench.subject().get(), FC2), 0.02);
    assertEquals(0.05, workbench.bounds().place(FC1));
    workbench.history().undo();
    assertEquals(Bounds.FIRST, workbench.bounds().place(FC1));
    assertEquals(0.8, sparsity(workbench.subject().get(), FC1), 0.02);
    workbench.history().undo();
    bench.drain();
    assertTrue(workbench.subject().get().asOpened());
    assertFalse(workbench.history().canUndo().get());
    assertTrue(workbench.upToDate());
  }

  @Test
  void layersThatDoNotChangeAreShared() {
    pruning.set(List.of(FC1), 0.2);
    bench.drain();
    var before = workbench.subject().get();
    pruning.set(List.of(FC2), 0.2);
    bench.drain();
    var after = workbench.subject().get();
    assertSame(before.layers().get(0), after.layers().get(0));
    assertNotSame(before.layers().get(1), after.layers().get(1));
  }

  @Test
  void anotherModelForgetsThePruning() {
    pruning.set(List.of(FC1), 0.2);
    bench.drain();
    workbench.openModel(TinyExample.in(folder).model(), java.util.Optional.empty());
    bench.drain();
    assertTrue(pruning.choices().get().isEmpty());
    assertEquals(0, sparsity(workbench.subject().get(), FC1));
    assertFalse(workbench.history().canUndo().get());
  }

  private static double sparsity(Subject subject, LayerId layer) {
    return subject.layer(layer).orElseThrow().sparsity();
  }
}
