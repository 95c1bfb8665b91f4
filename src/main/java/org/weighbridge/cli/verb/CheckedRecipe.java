package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.weighbridge.recipe.run.StepState;
import org.weighbridge.recipe.run.StepStatus;
import org.weighbridge.report.TextTable;

/**
 * What {@code run --check} found.
 *
 * @param results the folder of results
 */
record CheckedRecipe(String recipe, Path results, List<StepStatus> steps) implements Answer {
  /** Steps say all they mean; a terminal shows how they begin. */
  private static final int WIDTH = 72;

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("recipe", recipe);
    json.addProperty("results", results.toString());
    var all = new JsonArray();
    for (StepStatus step : steps) {
      var one = new JsonObject();
      one.addProperty("job", step.job());
      one.addProperty("number", step.number());
      one.addProperty("step", step.text());
      one.addProperty("folder", step.folder());
      one.addProperty("state", step.state().toString());
      all.add(one);
    }
    json.add("steps", all);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var table = TextTable.of("job", "step>", "state", "what");
    String job = "";
    for (StepStatus step : steps) {
      table =
          table.withRow(
              step.job().equals(job) ? "" : step.job(),
              Integer.toString(step.number()),
              step.state().toString(),
              beginning(step.text()));
      job = step.job();
    }
    out.print(table.render());
    long all = steps.stream().map(StepStatus::folder).distinct().count();
    long done =
        steps.stream()
            .filter(step -> step.state() == StepState.DONE)
            .map(StepStatus::folder)
            .distinct()
            .count();
    out.println("%d of %d different steps are done in %s".formatted(done, all, results));
  }

  private static String beginning(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
  }
}
