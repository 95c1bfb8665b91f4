package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.weighbridge.experiment.Objective;
import org.weighbridge.recipe.run.JobResult;
import org.weighbridge.recipe.run.RunResult;
import org.weighbridge.report.ResultJson;

/**
 * What {@code run} made.
 *
 * @param results the folder of results
 */
record RecipeDone(String recipe, Path results, RunResult result) implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("recipe", recipe);
    json.addProperty("results", results.toString());
    var jobs = new JsonArray();
    result.jobs().forEach(job -> jobs.add(json(job)));
    json.add("jobs", jobs);
    return json;
  }

  private static JsonObject json(JobResult job) {
    var json = new JsonObject();
    json.addProperty("name", job.job().name());
    var variables = new JsonObject();
    job.job().variables().forEach(variables::addProperty);
    json.add("variables", variables);
    json.addProperty("network", job.network());
    json.addProperty("coder", job.coder());
    json.addProperty("state", job.state());
    job.failure().ifPresent(sentence -> json.addProperty("failure", sentence));
    job.file()
        .ifPresent(
            file -> {
              json.addProperty("bytes", file.fileBytes());
              json.add("ratio", ResultJson.number(file.ratio()));
              json.add("ratioFullyConnected", ResultJson.number(file.ratioFullyConnected()));
            });
    job.before().ifPresent(known -> json.add("before", ResultJson.accuracy(known)));
    job.pruned().ifPresent(known -> json.add("pruned", ResultJson.accuracy(known)));
    job.encoded()
        .ifPresent(
            measured -> {
              json.add("encoded", ResultJson.accuracy(measured.accuracy()));
              json.add("flips", ResultJson.flips(measured.flips()));
            });
    job.lossPoints().ifPresent(points -> json.addProperty("lossPoints", points));
    job.objective().map(Objective::words).ifPresent(text -> json.addProperty("budget", text));
    json.add(
        "budgetKept", job.kept().<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    out.print(result.table().render());
    result.failures().forEach(out::println);
    out.println("results are in " + results);
  }

  @Override
  public boolean ok() {
    return result.ok();
  }
}
