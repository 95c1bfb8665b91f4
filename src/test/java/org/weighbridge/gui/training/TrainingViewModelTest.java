package org.weighbridge.gui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.io.NetworkFiles;

class TrainingViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir Path folder;
  private Bench bench;
  private TrainingViewModel model;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    model = new TrainingViewModel(bench.workbench);
    model.plan().epochs().set(3);
  }

  @Test
  void whatIsKeptIsTheNetworkAtHandAndCanBeUndoneAndSaved() {
    prune();
    var pruned = bench.workbench.evaluation().get().baseline().accuracy();
    model.start();
    assertTrue(model.busy().get());
    bench.drain();
    assertTrue(model.deciding().get());
    assertEquals(3, model.course().get().epochs().size());
    assertFalse(model.course().get().losses().isEmpty());
    assertTrue(model.text().get().startsWith("Done. Best: epoch "), model.text().get());
    assertFalse(model.unsaved().get());
    model.keep();
    bench.drain();
    var kept = bench.workbench.subject().get();
    assertTrue(kept.base().retrained());
    assertEquals(0.9, kept.layer(FC1).orElseThrow().sparsity(), 0.01);
    var retrained = bench.workbench.evaluation().get().baseline().accuracy();
    assertTrue(retrained.correct() > pruned.correct(), pruned + " to " + retrained);
    assertEquals(
        List.of("as opened", "pruned", "retrained"),
        Arrays.stream(model.standings().get().split("\n", -1))
            .map(line -> line.replaceFirst(" \\d.*", ""))
            .toList());
    assertTrue(model.unsaved().get());
    var file = folder.resolve("saved.onnx");
    bench.workbench.save(file);
    bench.drain();
    assertTrue(
        Arrays.equals(
            kept.network().layers().getFirst().weights().values(),
            NetworkFiles.read(file).layers().getFirst().weights().values()));
    bench.workbench.history().undo();
    bench.drain();
    assertFalse(bench.workbench.subject().get().base().retrained());
    assertEquals(pruned, bench.workbench.evaluation().get().baseline().accuracy());
  }

  @Test
  void whatIsDiscardedChangesNothing() {
    prune();
    var before = bench.workbench.subject().get();
    model.plan().way().set(Way.ITERATIVE);
    model.start();
    bench.drain();
    assertTrue(model.keepable().get());
    model.discard();
    bench.drain();
    assertSame(before, bench.workbench.subject().get());
    assertTrue(model.ready().get());
    assertTrue(model.course().get().epochs().isEmpty());
  }

  @Test
  void anotherPruningEndsTheTraining() {
    prune();
    model.start();
    bench.workbench.history().undo();
    bench.drain();
    assertFalse(model.busy().get());
    assertFalse(model.deciding().get());
    assertTrue(bench.workbench.subject().get().asOpened());
  }

  @Test
  void whyItCannotBeginIsSaid() {
    var without = new Bench();
    var idle = new TrainingViewModel(without.workbench);
    assertFalse(idle.ready().get());
    assertTrue(idle.text().get().contains("needs a model"), idle.text().get());
    var example = TinyExample.in(folder);
    without.workbench.openModel(example.model(), Optional.empty());
    without.drain();
    assertFalse(idle.ready().get());
    assertTrue(idle.text().get().contains("data set with labels"), idle.text().get());
    without.workbench.openData(example.data().toString());
    without.drain();
    assertTrue(idle.ready().get(), idle.text().get() + without.notices.current().get());
  }

  @Test
  void theEpochsAreSharedByPruningAndRetraining() {
    var plan = model.plan();
    plan.epochs().set(10);
    assertEquals(0, plan.plan(true).pruning().epochs());
    assertEquals(10, plan.plan(true).retraining().epochs());
    plan.way().set(Way.GRADUAL);
    assertEquals(5, plan.plan(true).pruning().epochs());
    assertEquals(0, plan.plan(false).pruning().epochs());
    assertEquals(10, plan.plan(false).epochs());
    plan.method().set(Method.ADAM);
    assertEquals(Method.ADAM.usualRate(), plan.plan(true).retraining().rate().rate());
  }

  private void prune() {
    bench.workbench.pruning().set(List.of(FC1), 0.1);
    bench.drain();
  }
}
