package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.weighbridge.benchmark.LayerBenchmark;
import org.weighbridge.benchmark.LayerResult;
import org.weighbridge.benchmark.Measured;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.ResultJson;

/** What was measured of the layers of a model. */
record BenchedModel(LayerBenchmark benchmark, String model, List<LayerResult> layers)
    implements Answer {
  static final String NOTE =
      "MB/s: 10^6 bytes of dense float32 per second, best of the runs; every weight holds the"
          + " bound that its codec states; the limits are those of the error bound %s (absolute)";

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("model", model);
    addTo(json, benchmark);
    if (!layers.isEmpty()) {
      Measurements.addTo(json, sum(LayerResult::whole));
      json.add("values", values(sum(LayerResult::values)));
    }
    var array = new JsonArray();
    layers.forEach(layer -> array.add(json(layer)));
    json.add("layers", array);
    return json;
  }

  static JsonObject json(LayerResult layer) {
    var json = new JsonObject();
    json.addProperty("name", layer.name());
    json.add("shape", ShapeJson.of(layer.shape()));
    Measurements.addTo(json, layer.whole());
    json.add("values", values(layer.values()));
    return json;
  }

  private static JsonObject values(Measured measured) {
    var json = new JsonObject();
    Measurements.addTo(json, measured);
    return json;
  }

  static void addTo(JsonObject json, LayerBenchmark benchmark) {
    json.add("bound", ResultJson.number(benchmark.bound()));
    var threads = new JsonArray();
    benchmark.threads().forEach(threads::add);
    json.add("threads", threads);
    json.addProperty("processors", Runtime.getRuntime().availableProcessors());
  }

  private Measured sum(Function<LayerResult, Measured> part) {
    return layers.stream().map(part).reduce(Measured::plus).orElseThrow();
  }

  @Override
  public void print(PrintWriter out) {
    layers.forEach(layer -> print(layer, out));
    if (layers.size() > 1) {
      out.println(model + ": all layers");
      out.println(Measurements.text(sum(LayerResult::whole)));
      out.println(model + ": the kept values of all layers");
      out.println(Measurements.text(sum(LayerResult::values)));
    }
    out.println(NOTE.formatted(Numbers.bound(benchmark.bound())));
  }

  static void print(LayerResult layer, PrintWriter out) {
    var whole = layer.whole();
    out.println(
        "%s: %s, %s of %s weights kept (%s)"
            .formatted(
                layer.name(),
                layer.shape(),
                Numbers.count(whole.kept()),
                Numbers.count(whole.weights()),
                Numbers.percent((double) whole.kept() / whole.weights())));
    out.println(Measurements.text(whole));
    out.println(layer.name() + ": the kept values alone, as a vector without zeros");
    out.println(Measurements.text(layer.values()));
  }
}
