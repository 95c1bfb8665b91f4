package org.weighbridge.recipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.job.Progress;

/** A run that is killed goes on, repeats nothing that was done, and comes to the same results. */
final class KilledRunTest {
  private static final long SEED = 8;

  @TempDir Path undisturbed;
  @TempDir Path killed;

  @Test
  @Tag("slow")
  void theBundledSampleSurvivesThreeKills() throws Exception {
    survives(SmallRecipes.bundled(), 3);
  }

  private void survives(SmallRecipes recipes, int kills) throws Exception {
    SmallRecipes.run(recipes.small(), undisturbed, 2);
    int all = RecipeRunTest.steps(undisturbed).size();
    var random = new SplittableRandom(SEED);
    for (int kill = 0; kill < kills; kill++) {
      var before = done();
      var process = start(recipes);
      int wanted = before.size() + random.nextInt(Math.max(1, all - before.size() - 1));
      while (process.isAlive() && done().size() <= wanted) {
        process.waitFor(2, TimeUnit.MILLISECONDS);
      }
      process.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      assertTrue(done().entrySet().containsAll(before.entrySet()), "repeated, seed " + SEED);
      var states =
          new RecipeRun(recipes.small(), killed, sentence -> {})
              .check(Progress.none()).stream().map(StepStatus::state).toList();
      assertTrue(!states.contains(StepState.DAMAGED), () -> states + ", seed " + SEED);
    }
    var before = done();
    assertTrue(!before.isEmpty(), "killed before anything was done, seed " + SEED);
    SmallRecipes.run(recipes.small(), killed, 2);
    assertTrue(done().entrySet().containsAll(before.entrySet()), "repeated, seed " + SEED);
    assertEquals(SmallRecipes.results(undisturbed), SmallRecipes.results(killed));
  }

  private Process start(SmallRecipes recipes) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            recipes.model().toString(),
            recipes.data(),
            killed.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Map<String, String> done() throws IOException {
    return RecipeRunTest.seals(killed);
  }
}
