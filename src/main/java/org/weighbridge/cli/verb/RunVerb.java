package org.weighbridge.cli.verb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.terminal.Terminal;
import org.weighbridge.job.Progress;
import org.weighbridge.recipe.Recipe;
import org.weighbridge.recipe.RecipeFile;
import org.weighbridge.recipe.run.RecipeRun;
import org.weighbridge.workflow.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out a recipe. */
@Command(
    name = "run",
    header = "Carry out a recipe; the same command goes on where it was interrupted.",
    description = {
      "Does the steps of a recipe for each of its models and each cell of its matrix. A step that is",
      "done is not done again: not after an interruption, not in another cell, not when the recipe",
      "was changed elsewhere."
    },
    footer = {
      "",
      "Examples:",
      "  weighbridge run recipe.yaml --check",
      "  weighbridge run recipe.yaml -o results --set epochs=2"
    })
public final class RunVerb extends Verb {
  /** Steps use several cores themselves: four at once gained little over two (ADR 0104). */
  private static final int USUAL = 2;

  @Parameters(paramLabel = "RECIPE", description = "The recipe, a YAML file.")
  private Path recipe;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder of results; usually the recipe's name and -results, here.")
  private Optional<Path> output;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Another value for a parameter of the recipe; may be given several times.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "At most N steps at the same time; usually "
              + USUAL
              + ". Take 1 where times of coders are compared.")
  private int jobs = USUAL;

  @Option(names = "--check", description = "Only say what there is to do and what is done.")
  private boolean check;

  @Option(
      names = "--no-cache",
      description = "Keep measured points in the folder of results, not in the user's cache.")
  private boolean noCache;

  public RunVerb(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected Answer run(Progress progress) {
    if (jobs < 1) {
      throw usage("--jobs takes 1 or more");
    }
    Recipe read = RecipeFile.read(recipe, set);
    Path results = output.orElseGet(() -> Path.of(read.name() + "-results"));
    var run = new RecipeRun(read, results, this::notice);
    if (check) {
      return new CheckedRecipe(read.name(), results, run.check(progress));
    }
    try {
      return new RecipeDone(read.name(), results, run.run(bench(results), jobs, progress));
    } catch (CancellationException cancelled) {
      notice("What is done is kept in %s; the same command goes on.".formatted(results));
      throw cancelled;
    }
  }

  private Workbench bench(Path results) {
    return noCache
        ? Workbench.with(new PointStore(RecipeRun.points(results), this::notice))
        : Workbench.ofUser(this::notice);
  }
}
