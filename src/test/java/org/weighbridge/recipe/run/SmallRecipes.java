package org.weighbridge.recipe.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Objective;
import org.weighbridge.job.Progress;
import org.weighbridge.recipe.DataChoice;
import org.weighbridge.recipe.Job;
import org.weighbridge.recipe.ModelSource;
import org.weighbridge.recipe.Recipe;
import org.weighbridge.recipe.Step;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.workflow.Compare;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Retrain;
import org.weighbridge.workflow.TestPlan;
import org.weighbridge.workflow.Workbench;

/**
 * Small recipes.
 *
 * @param model that they are of
 * @param data that it is measured on, 200 samples of each part
 */
record SmallRecipes(Path model, String data) {
  private static final LayerSelection LAST = new LayerSelection(List.of("fc3*"), List.of());

  /** On a bundled network and the built-in digits. */
  static SmallRecipes bundled() {
    return new SmallRecipes(Path.of("sample-models/lenet-300-100-dense.onnx"), "digits");
  }

  private DataChoice choice() {
    var limit = OptionalInt.of(200);
    return new DataChoice(data, limit, Split.VALIDATION, limit, Split.TEST);
  }

  static Step step(Operator operator) {
    return new Step(operator, operator.toString(), new Mark(1, 1));
  }

  Job job(String name, Operator... operators) {
    return job(name, model, operators);
  }

  Job job(String name, Path of, Operator... operators) {
    return new Job(
        name,
        Map.of("cell", name),
        new ModelSource.File(of),
        Optional.of(choice()),
        Arrays.stream(operators).map(SmallRecipes::step).toList());
  }

  static Recipe recipe(Job... jobs) {
    return new Recipe("small", Path.of("small.yaml"), "name: small\n", Map.of(), List.of(jobs));
  }

  /** Two budgets that share pruning and retraining, and a comparison. */
  Recipe small() {
    var prune = Prune.of(PruningWish.density(0.1));
    var retrain = Retrain.epochs(2);
    return recipe(
        job("one", prune, retrain, within(20), Encode.chosen()),
        job("two", prune, retrain, within(40), Encode.chosen()),
        job("coders", prune, retrain, compare(40, "bf16", "codebook")));
  }

  static Optimize within(double loss) {
    return new Optimize(
        new Objective.LeastSize(loss), Coding.DEFAULT, List.of(), LAST, TestPlan.ADAPTIVE, 0);
  }

  static Compare compare(double loss, String... coders) {
    return new Compare(loss, List.of(coders), true, false, Coding.DEFAULT, LAST, TestPlan.ADAPTIVE);
  }

  static RunResult run(Recipe recipe, Path folder, int atOnce) {
    return new RecipeRun(recipe, folder, sentence -> {})
        .run(bench(folder), atOnce, Progress.none());
  }

  static Workbench bench(Path folder) {
    return Workbench.with(new PointStore(RecipeRun.points(folder), sentence -> {}));
  }

  /** Every result by its name: bytes, without measured times in JSON and what only guards them. */
  static Map<String, String> results(Path folder) throws IOException {
    var results = new LinkedHashMap<String, String>();
    for (Path file : Folders.files(folder)) {
      String name = folder.relativize(file).toString();
      String ending = name.substring(name.lastIndexOf('.') + 1);
      boolean guards =
          name.startsWith("points")
              || name.endsWith("step.json")
              || name.equals("provenance.json")
              || name.equals(".lock");
      if (!guards) {
        boolean text = List.of("json", "jsonl", "csv", "md", "txt", "html").contains(ending);
        String content =
            text
                ? withoutTimes(Files.readString(file))
                : new KeyHash().add(Arrays.toString(Files.readAllBytes(file))).hex();
        results.put(name, content.replace(folder.toString(), "RESULTS"));
      }
    }
    return results;
  }

  static String withoutTimes(String json) {
    return json.replaceAll(
        "\"(seconds|nanos|encodeNanos|decodeNanos|runs|at)\":\\s*(\"[^\"]*\"|[-+.\\dE]+)",
        "\"$1\": 0");
  }
}
