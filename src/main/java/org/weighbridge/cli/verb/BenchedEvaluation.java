package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.weighbridge.benchmark.EvaluationResult;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.sparse.BreakEven;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.TextTable;

/**
 * What was measured of evaluations.
 *
 * @param dataset the samples
 * @param breakEven up to which density fully connected layers are multiplied sparsely
 */
record BenchedEvaluation(String model, String dataset, EvaluationResult result, BreakEven breakEven)
    implements Answer {
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("model", model);
    json.addProperty("dataset", dataset);
    json.addProperty("samples", result.samples());
    json.addProperty("bounds", result.bounds());
    json.addProperty("processors", Runtime.getRuntime().availableProcessors());
    json.add("shortMillis", millis(result.briefNanos()));
    json.add("wholeMillis", millis(result.wholeNanos()));
    json.add("speedup", ResultJson.number(result.speedup()));
    json.addProperty("differing", result.differing());
    json.add("breakEven", breakEvenJson());
    var layers = new JsonArray();
    for (var way : result.layers()) {
      var layer = new JsonObject();
      layer.addProperty("name", way.layer());
      layer.add("firstShortMillis", millis(way.brief()[0]));
      layer.add("shortMillis", millis(EvaluationResult.median(way.brief())));
      layer.add("wholeMillis", millis(EvaluationResult.median(way.whole())));
      layer.addProperty("differing", way.differing());
      layers.add(layer);
    }
    json.add("layers", layers);
    var sliders = new JsonArray();
    for (var slider : result.sliders()) {
      var moved = new JsonObject();
      moved.addProperty("name", slider.layer());
      moved.addProperty("moves", slider.nanos().length);
      moved.add("firstMillis", millis(slider.nanos()[0]));
      moved.add("codingMillis", millis(EvaluationResult.median(slider.coding())));
      moved.add("measuringMillis", millis(EvaluationResult.median(slider.measuring())));
      moved.add("medianMillis", millis(EvaluationResult.median(slider.nanos())));
      moved.add("worstMillis", millis(EvaluationResult.worst(slider.nanos())));
      moved.addProperty("differing", slider.differing());
      sliders.add(moved);
    }
    json.add("sliders", sliders);
    return json;
  }

  private JsonObject breakEvenJson() {
    var json = new JsonObject();
    json.addProperty("density", breakEven.density());
    json.addProperty("outputs", breakEven.outputs());
    json.addProperty("inputs", breakEven.inputs());
    json.addProperty("samples", breakEven.samples());
    json.add("denseMillis", millis(breakEven.denseNanos()));
    var sparse = new JsonArray();
    for (var timing : breakEven.sparse()) {
      var one = new JsonObject();
      one.addProperty("density", timing.density());
      one.add("millis", millis(timing.nanos()));
      sparse.add(one);
    }
    json.add("sparse", sparse);
    return json;
  }

  private static JsonElement millis(long nanos) {
    return ResultJson.number(nanos / NANOS_PER_MILLI);
  }

  @Override
  public void print(PrintWriter out) {
    out.println(
        "%s on %s samples of %s".formatted(model, Numbers.count(result.samples()), dataset));
    var layers =
        TextTable.of("one layer changed", "first>", "short way>", "whole network>", "differing>");
    for (var way : result.layers()) {
      layers =
          layers.withRow(
              way.layer(),
              Numbers.duration(way.brief()[0]),
              Numbers.duration(EvaluationResult.median(way.brief())),
              Numbers.duration(EvaluationResult.median(way.whole())),
              Numbers.count(way.differing()));
    }
    out.print(layers.render());
    out.println(
        "all layers × %d bounds: %s by the short way, %s by the whole network, whole / short %s"
            .formatted(
                result.bounds(),
                Numbers.duration(result.briefNanos()),
                Numbers.duration(result.wholeNanos()),
                Numbers.fixed(result.speedup(), 2)));
    if (!result.sliders().isEmpty()) {
      out.println();
      var sliders =
          TextTable.of(
              "all layers changed, one moved",
              "coding>",
              "measuring>",
              "both>",
              "worst>",
              "first>",
              "differing>");
      for (var slider : result.sliders()) {
        sliders =
            sliders.withRow(
                slider.layer(),
                Numbers.duration(EvaluationResult.median(slider.coding())),
                Numbers.duration(EvaluationResult.median(slider.measuring())),
                Numbers.duration(EvaluationResult.median(slider.nanos())),
                Numbers.duration(EvaluationResult.worst(slider.nanos())),
                Numbers.duration(slider.nanos()[0]),
                Numbers.count(slider.differing()));
      }
      out.print(sliders.render());
    }
    out.println(
        "%s predictions differ between the ways; times of layers are of measuring alone, medians"
            .formatted(Numbers.count(result.differing())));
    out.println(breakEvenSentence());
  }

  private String breakEvenSentence() {
    var times =
        breakEven.sparse().stream()
            .map(t -> Numbers.duration(t.nanos()) + " at " + Numbers.percent(t.density()))
            .collect(Collectors.joining(", "));
    return "sparse products pay below a density of %s: %d × %d on %s samples took %s, a dense one %s"
        .formatted(
            Numbers.percent(breakEven.density()),
            breakEven.outputs(),
            breakEven.inputs(),
            Numbers.count(breakEven.samples()),
            times,
            Numbers.duration(breakEven.denseNanos()));
  }

  @Override
  public boolean ok() {
    return result.differing() == 0;
  }
}
