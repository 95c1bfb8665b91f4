package org.weighbridge.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Trial;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.training.PruningSchedule;
import org.weighbridge.training.TrainingPlan;

class WorkbenchTest {
  @TempDir private Path folder;

  private final Workbench bench = Workbench.with(PointStore.off());

  private Material opened() {
    var tiny = TinyExample.in(folder);
    return bench.open(tiny.model()).on(tiny.data().toString());
  }

  @Test
  void retrainingKeepsWhatIsZero() {
    var opened = opened();
    var pruned = bench.apply(Prune.of(PruningWish.density(0.25)), opened, Progress.none());
    var trained = bench.apply(Retrain.epochs(1), pruned, Progress.none());
    for (Layer layer : trained.network().layers()) {
      float[] before = pruned.network().layer(layer.id()).orElseThrow().weights().values();
      float[] after = layer.weights().values();
      int moved = 0;
      for (int i = 0; i < after.length; i++) {
        assertTrue(before[i] != 0 || after[i] == 0, "a zero came back in " + layer.name());
        moved += before[i] == after[i] ? 0 : 1;
      }
      assertTrue(moved > 0, layer.name() + " learnt nothing");
    }
    assertSame(opened.network(), trained.original());
    assertEquals(1, trained.epochs().size());
    var result = trained.pruning().orElseThrow();
    assertTrue(result.alone().isPresent() && result.retrained().isPresent());
  }

  @Test
  void prunesLittleByLittleWhileLearning() {
    var plan = TrainingPlan.fineTuning().withSchedule(PruningSchedule.GRADUAL).withEpochs(0, 2, 1);
    var step = Prune.of(PruningWish.density(0.5)).retraining(plan);
    var done = bench.apply(step, opened(), Progress.none());
    assertEquals(3, done.epochs().size());
    double first = done.epochs().getFirst().density();
    double last = done.epochs().getLast().density();
    assertTrue(first > 0.6, "half way after half the epochs: " + first);
    assertTrue(last <= 0.5 + 1e-3, "dead neurons go, too: " + last);
  }

  @Test
  void encodesWhatWasChosenAndTellsWhatItTried() {
    var trials = new ArrayList<Trial>();
    var telling =
        bench.telling(
            new StepListener() {
              @Override
              public void trial(Trial trial) {
                trials.add(trial);
              }
            });
    var steps = List.of(Optimize.within(5), Encode.chosen());
    var done = telling.apply(steps, opened(), Progress.none());
    var found = done.found().orElseThrow().result();
    assertEquals(found.trials(), trials);
    assertArrayEquals(
        found.model().file().toBytes(), done.encoded().orElseThrow().file().toBytes());
    assertTrue(done.accuracy().isPresent() && done.assessment().isPresent());

    var again = bench.apply(Encode.with(found.best().configuration()), opened(), Progress.none());
    assertArrayEquals(
        found.model().file().toBytes(), again.encoded().orElseThrow().file().toBytes());
    assertEquals(done.accuracy(), again.accuracy());
  }

  @Test
  void anotherNetworkForgetsWhatWasFoundOut() {
    var encoded =
        bench.apply(List.of(Optimize.within(5), Encode.chosen()), opened(), Progress.none());
    var pruned = bench.apply(Prune.of(PruningWish.density(0.5)), encoded, Progress.none());
    assertEquals(Optional.empty(), pruned.found());
    assertEquals(Optional.empty(), pruned.encoded());
    assertEquals(Optional.empty(), pruned.assessment());
    assertThrows(Fault.class, () -> bench.apply(Encode.chosen(), pruned, Progress.none()));
  }

  @Test
  void encodesTheSelectedLayersOnly() {
    var everywhere =
        new Encode.Asked(
            Coding.DEFAULT, LayerValues.everywhere(CodedAs.of(ErrorBound.absolute(0.01))));
    var network = opened();
    assertEquals(
        List.of("fc1.weight", "fc2.weight"), coded(network, everywhere, LayerSelection.ALL));
    assertEquals(
        List.of("fc2.weight"),
        coded(network, everywhere, new LayerSelection(List.of("*2*"), List.of())));
    assertEquals(
        List.of("fc1.weight"),
        coded(network, everywhere, new LayerSelection(List.of(), List.of("fc2.weight"))));
  }

  private List<String> coded(Material network, Encode.Source settings, LayerSelection layers) {
    var done = bench.apply(new Encode(settings, layers), network, Progress.none());
    return done.encoded().orElseThrow().layers().stream()
        .map(layer -> layer.layer().name())
        .toList();
  }

  @Test
  void saysWhatNeedsData() {
    var tiny = TinyExample.in(folder);
    var without = bench.open(tiny.model());
    var fault =
        assertThrows(Fault.class, () -> bench.apply(Assess.upTo(1), without, Progress.none()));
    assertTrue(fault.sentence().contains("data set"), fault.sentence());
    var pruned = bench.apply(Prune.of(PruningWish.density(0.5)), without, Progress.none());
    assertEquals(Optional.empty(), pruned.pruning().orElseThrow().alone());
  }
}
