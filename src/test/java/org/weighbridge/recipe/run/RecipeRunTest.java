package org.weighbridge.recipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.experiment.session.RunLog;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Retrain;

@Tag("slow")
final class RecipeRunTest {
  @TempDir static Path undisturbed;
  private static final SmallRecipes RECIPES = SmallRecipes.bundled();
  private static Map<String, String> expected = Map.of();

  @TempDir Path folder;

  @BeforeAll
  static void run() throws IOException {
    var result = SmallRecipes.run(RECIPES.small(), undisturbed, 1);
    assertTrue(result.ok(), () -> result.failures().toString());
    expected = SmallRecipes.results(undisturbed);
  }

  @Test
  void leavesWhatIsWantedOfEachJob() {
    for (String file :
        List.of(
            "jobs/one/pruned.onnx",
            "jobs/one/pruned.json",
            "jobs/one/model.wbz",
            "jobs/one/model.wbz.json",
            "jobs/one/config.json",
            "jobs/coders/pruned.onnx",
            "results.csv",
            "results.md",
            "recipe.yaml",
            "runs.jsonl")) {
      assertTrue(expected.containsKey(file), () -> file + " is not in " + expected.keySet());
    }
    var lines = expected.get("results.csv").lines().toList();
    assertEquals(6, lines.size(), "three coders were compared");
    assertTrue(lines.get(1).startsWith("one,one,lenet-300-100-dense,sz,done,"), lines.get(1));
    assertEquals(7, steps(undisturbed).size(), "pruning and retraining are shared");
  }

  @Test
  void logsEachEncodingOnce() {
    SmallRecipes.run(RECIPES.small(), undisturbed, 1);
    var runs = RunLog.read(undisturbed.resolve("runs.jsonl"));
    assertEquals(
        List.of("one", "two", "coders", "coders", "coders"),
        runs.stream().map(run -> run.run().note()).toList());
    assertEquals(List.of(1, 2, 3, 4, 5), runs.stream().map(run -> run.run().number()).toList());
    for (var run : runs) {
      assertTrue(Files.exists(Path.of(run.model())), run.model());
    }
  }

  @Test
  void resultsDoNotDependOnHowManyStepsRunAtOnce() throws IOException {
    SmallRecipes.run(RECIPES.small(), folder, 4);
    assertEquals(expected, SmallRecipes.results(folder));
  }

  @Test
  void goesOnAfterCancels() throws IOException {
    int cancels = 0;
    for (int after = 40; cancels < 40; after *= 3, cancels++) {
      var cancel = new CancelToken();
      var told = new AtomicInteger();
      int limit = after;
      var progress =
          new TrackedProgress(
              cancel,
              state -> {
                if (told.incrementAndGet() > limit) {
                  cancel.cancel();
                }
              });
      try {
        new RecipeRun(RECIPES.small(), folder, sentence -> {})
            .run(SmallRecipes.bench(folder), 2, progress);
        break;
      } catch (CancellationException cancelled) {
        // goes on
      }
    }
    assertTrue(cancels > 2, "it was cancelled " + cancels + " times");
    assertTrue(cancels < 40, "it came to no end");
    assertEquals(expected, SmallRecipes.results(folder));
  }

  @Test
  void repeatsNothingThatIsDone() throws IOException {
    var before = times(undisturbed);
    SmallRecipes.run(RECIPES.small(), undisturbed, 2);
    assertEquals(before, times(undisturbed));
  }

  @Test
  void doesADamagedStepAgainAndSaysSo() throws IOException {
    SmallRecipes.run(RECIPES.small(), folder, 2);
    Path retrained =
        steps(folder).stream()
            .filter(s -> s.contains("retrain"))
            .findFirst()
            .map(name -> folder.resolve("steps").resolve(name))
            .orElseThrow();
    Files.write(retrained.resolve("network.onnx"), new byte[] {1, 2, 3});
    var said = new ArrayList<String>();
    var before = times(folder);
    new RecipeRun(RECIPES.small(), folder, said::add)
        .run(SmallRecipes.bench(folder), 2, Progress.none());
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().endsWith(" was damaged; the step is done again."), said::toString);
    assertEquals(expected, SmallRecipes.results(folder));
    before.keySet().removeIf(name -> name.startsWith(retrained.getFileName().toString()));
    assertTrue(times(folder).entrySet().containsAll(before.entrySet()));
  }

  @Test
  void aChangedRecipeReusesWhatIsUnchanged() throws IOException {
    SmallRecipes.run(RECIPES.small(), folder, 2);
    var before = times(folder);
    var changed =
        SmallRecipes.recipe(
            RECIPES.job(
                "three",
                Prune.of(PruningWish.density(0.1)),
                Retrain.epochs(2),
                SmallRecipes.within(30),
                Encode.chosen()));
    var states =
        new RecipeRun(changed, folder, sentence -> {})
            .check(Progress.none()).stream().map(StepStatus::state).toList();
    assertEquals(List.of(StepState.DONE, StepState.DONE, StepState.TO_DO, StepState.TO_DO), states);
    assertTrue(SmallRecipes.run(changed, folder, 2).ok());
    assertTrue(times(folder).entrySet().containsAll(before.entrySet()));
    assertEquals(before.size() + 6, times(folder).size());
  }

  @Test
  void aJobThatFailsDoesNotEndTheOthers() throws IOException {
    Path damaged = folder.resolve("damaged.onnx");
    Files.writeString(damaged, "no model");
    var recipe =
        SmallRecipes.recipe(
            RECIPES.job("unreadable", damaged, Encode.chosen()),
            RECIPES.job("unready", Encode.chosen(), SmallRecipes.within(30)),
            RECIPES.job(
                "well",
                Prune.of(PruningWish.density(0.1)),
                SmallRecipes.within(30),
                Encode.chosen()));
    var result = SmallRecipes.run(recipe, folder, 2);
    assertEquals(2, result.failures().size(), () -> result.failures().toString());
    assertTrue(result.failures().get(0).startsWith("unreadable: "), result.failures().get(0));
    assertTrue(
        result.failures().get(1).startsWith("unready: Nothing was chosen"),
        result.failures().get(1));
    assertTrue(Files.exists(folder.resolve("jobs/well/model.wbz")));
    var lines = Files.readAllLines(folder.resolve("results.csv"));
    assertTrue(lines.get(2).startsWith("unready,unready,lenet-300-100-dense,,failed,"));
  }

  @Test
  void aFolderHasOneRunAtATime() {
    var run = new RunFolder(folder, sentence -> {});
    var fault =
        run.held(
            () -> assertThrows(Fault.class, () -> SmallRecipes.run(RECIPES.small(), folder, 1)));
    assertTrue(fault.sentence().startsWith("Another run is at work in "), fault.sentence());
  }

  static List<String> steps(Path folder) {
    try (var all = Files.list(folder.resolve("steps"))) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The seals that are there and when they were written. */
  static Map<String, String> seals(Path folder) throws IOException {
    if (!Files.isDirectory(folder.resolve("steps"))) {
      return Map.of();
    }
    var seals = times(folder);
    seals.keySet().removeIf(file -> !file.endsWith("step.json"));
    return seals;
  }

  /** When the files of steps were written. */
  static Map<String, String> times(Path folder) throws IOException {
    var times = new TreeMap<String, String>();
    Path steps = folder.resolve("steps");
    for (Path file : Folders.files(steps)) {
      times.put(steps.relativize(file).toString(), Files.getLastModifiedTime(file).toString());
    }
    return times;
  }
}
