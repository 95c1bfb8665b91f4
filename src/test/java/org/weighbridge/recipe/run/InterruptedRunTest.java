package org.weighbridge.recipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Coding;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.recipe.Recipe;
import org.weighbridge.workflow.CodedAs;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.LayerValues;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Retrain;

/** A run of a tiny network that is cancelled again and again, wherever it happens to be. */
class InterruptedRunTest {
  @TempDir static Path example;
  @TempDir static Path undisturbed;
  private static Recipe recipe = SmallRecipes.recipe();
  private static Map<String, String> expected = Map.of();

  @TempDir Path folder;

  @BeforeAll
  static void run() throws IOException {
    var tiny = TinyExample.in(example);
    var recipes = new SmallRecipes(tiny.model(), tiny.data().toString());
    var prune = Prune.of(PruningWish.density(0.5));
    var retrain = Retrain.epochs(2);
    recipe =
        SmallRecipes.recipe(
            recipes.job("fine", prune, retrain, bound(0.02)),
            recipes.job("coarse", prune, retrain, bound(0.1)));
    var result = SmallRecipes.run(recipe, undisturbed, 1);
    assertTrue(result.ok(), () -> result.failures().toString());
    expected = SmallRecipes.results(undisturbed);
  }

  private static Encode bound(double bound) {
    var settings = LayerValues.everywhere(CodedAs.of(ErrorBound.absolute(bound)));
    return new Encode(new Encode.Asked(Coding.DEFAULT, settings), LayerSelection.ALL);
  }

  @Test
  void resultsDoNotDependOnHowManyStepsRunAtOnce() throws IOException {
    SmallRecipes.run(recipe, folder, 3);
    assertEquals(expected, SmallRecipes.results(folder));
  }

  @Test
  void itGoesOnAfterEveryCancelAndRepeatsNothing() throws IOException {
    int cancels = 0;
    for (int limit = 5; cancelled(limit); limit += 15) {
      cancels++;
      assertTrue(cancels < 100, "it comes to no end");
      var before = RecipeRunTest.seals(folder);
      assertTrue(cancelled(0));
      assertTrue(RecipeRunTest.seals(folder).entrySet().containsAll(before.entrySet()));
    }
    assertTrue(cancels > 2, "it was cancelled " + cancels + " times");
    assertEquals(expected, SmallRecipes.results(folder));
  }

  /** Runs until progress was told of so often. */
  private boolean cancelled(int limit) {
    var cancel = new CancelToken();
    var told = new AtomicInteger();
    var progress =
        new TrackedProgress(
            cancel,
            state -> {
              if (told.incrementAndGet() > limit) {
                cancel.cancel();
              }
            });
    try {
      new RecipeRun(recipe, folder, sentence -> {}).run(SmallRecipes.bench(folder), 2, progress);
      return false;
    } catch (CancellationException e) {
      return true;
    }
  }
}
