package org.weighbridge.gui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.experiment.Run;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.job.Progress;
import org.weighbridge.recipe.RecipeFile;
import org.weighbridge.recipe.Step;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.Material;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.Retrain;
import org.weighbridge.workflow.Workbench;

/** The steps of a recipe are carried out, and have to make what the run recorded. */
class RunRecipeTest {
  @TempDir Path folder;
  private TinyExample example;
  private Bench bench;

  @BeforeEach
  void open() {
    example = TinyExample.in(folder);
    bench = Bench.open(example);
  }

  @Test
  void boundsCodersAndLockedLayersAreRepeated() {
    bench.workbench.bounds().set(TestRuns.FC1, 0.0123456789);
    repeats(settled());
    bench.workbench.coders().use(TestRuns.FC2, "codebook+density");
    repeats(settled());
    bench.workbench.bounds().lock(TestRuns.FC1, true);
    repeats(settled());
  }

  @Test
  void everyWayOfPruningIsRepeated() {
    var both = List.of(TestRuns.FC1, TestRuns.FC2);
    var pruning = bench.workbench.pruning();
    pruning.set(List.of(TestRuns.FC1), 0.3);
    repeats(settled());
    pruning.setGrain(Grain.INPUTS);
    repeats(settled());
    pruning.setMethod(PruningMethod.THRESHOLD);
    pruning.set(both, 0.05);
    repeats(settled());
    pruning.setMethod(PruningMethod.QUALITY);
    pruning.set(both, 0.7);
    repeats(settled());
    pruning.setMethod(PruningMethod.GLOBAL);
    pruning.set(both, 0.25);
    repeats(settled());
  }

  @Test
  void aProposalSaysWhatTheOptimizerWasAskedFor() {
    bench.workbench.bounds().lock(TestRuns.FC2, true);
    settled();
    var objective = new Objective.LeastSize(1.5);
    bench.workbench.optimize(objective);
    bench.drain();
    bench.workbench.useSuggestion();
    var run = settled();
    assertEquals(Run.Origin.OPTIMIZER, run.origin());
    var steps = steps(run);
    var optimize = (Optimize) steps.getFirst();
    assertEquals(objective, optimize.objective());
    assertEquals(run.configuration().coding(), optimize.coding());
    assertEquals(new LayerSelection(List.of(), List.of(TestRuns.FC2.name())), optimize.layers());
    assertEquals(Encode.chosen(), steps.getLast());
    // what is changed by hand afterwards is no proposal any more
    bench.workbench.bounds().set(TestRuns.FC1, 0.011);
    repeats(settled());
  }

  @Test
  void whatWasPrunedAndRetrainedIsPrunedAndRetrainedAgain() {
    bench.workbench.pruning().set(List.of(TestRuns.FC1), 0.4);
    settled();
    var plan = org.weighbridge.training.TrainingPlan.fineTuning().withEpochs(0, 0, 2).withBatch(20);
    bench.workbench.retrain(plan);
    bench.drain();
    bench.workbench.retraining().keep();
    var run = settled();
    assertEquals(1, run.base());
    var steps = steps(run);
    assertTrue(steps.getFirst() instanceof Prune prune && prune.training().isPresent(), steps + "");
    bench.workbench.retrain(plan.withSeed(7));
    bench.drain();
    bench.workbench.retraining().keep();
    var again = steps(settled());
    assertEquals(steps.getFirst(), again.getFirst());
    assertEquals(7, ((Retrain) again.get(1)).plan().seed());
    repeats(Objects.requireNonNull(bench.workbench.runs().current().get()));
  }

  @Test
  void whatWasStoppedHasNoRecipe() {
    var run = TestRuns.run(3, 0.1, 0.1, 10, 1);
    assertTrue(RunRecipe.obstacle(run, null).orElseThrow().startsWith("Run 3 "));
  }

  private Run settled() {
    bench.drain();
    bench.rest();
    bench.drain();
    return Objects.requireNonNull(bench.workbench.runs().current().get());
  }

  /** The steps, which reading the recipe gives again. */
  private List<Operator> steps(Run run) {
    var layers =
        Objects.requireNonNull(bench.workbench.subject().get()).layers().stream()
            .map(LayerFacts::id)
            .toList();
    var base = Objects.requireNonNull(bench.workbench.runs().base(run));
    var search = bench.workbench.runs().search(run);
    var recipe = new RunRecipe(example.model(), Optional.of(example.data().toString()), layers);
    var steps = recipe.steps(run, base, search);
    Path file = folder.resolve("run-" + run.number() + ".yaml");
    AtomicFile.write(
        file, out -> out.write(recipe.of(run, base, search).getBytes(StandardCharsets.UTF_8)));
    var job = RecipeFile.read(file, Map.of()).jobs().getFirst();
    assertEquals(steps, job.steps().stream().map(Step::operator).toList());
    return steps;
  }

  /** Without data where nothing needs them: what is encoded is what counts. */
  private void repeats(Run run) {
    var workflow = Workbench.with(PointStore.off());
    Material opened = workflow.open(example.model());
    if (run.base() > 0) {
      opened = opened.on(example.data().toString());
    }
    var made = workflow.apply(steps(run), opened, Progress.none()).encoded().orElseThrow();
    assertEquals(run.configuration(), made.configuration());
    assertEquals(run.file().fileBytes(), made.fileBytes());
  }
}
