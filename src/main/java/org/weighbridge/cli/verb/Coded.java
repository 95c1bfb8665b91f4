package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.TextTable;

/** An encoded model as JSON and as a table. */
final class Coded {
  private Coded() {}

  /** Adds sizes, ratios, times and layers. */
  static void addTo(JsonObject json, EncodedModel model) {
    json.addProperty("originalBytes", model.originalBytes());
    json.addProperty("fileBytes", model.fileBytes());
    json.add("ratio", Json.number(model.ratio()));
    json.add("ratioFullyConnected", Json.number(model.ratioFullyConnected()));
    json.addProperty("encodeNanos", model.encodeNanos());
    json.addProperty("decodeNanos", model.decodeNanos());
    var layers = new JsonArray();
    model.layers().forEach(layer -> layers.add(json(layer)));
    json.add("layers", layers);
  }

  private static JsonObject json(LayerReport layer) {
    var json = new JsonObject();
    json.addProperty("name", layer.layer().name());
    json.addProperty("codec", layer.codec());
    json.add("bound", Json.number(layer.bound()));
    json.add("maxError", Json.number(layer.maxError()));
    json.addProperty("weights", layer.weights());
    json.addProperty("kept", layer.kept());
    json.addProperty("bytes", layer.bytes());
    json.add("bitsPerWeight", Json.number(layer.bitsPerWeight()));
    json.add("ratio", Json.number(layer.ratio()));
    var breakdown = new JsonObject();
    for (var part : Breakdown.Part.values()) {
      breakdown.addProperty(part.name().toLowerCase(Locale.ROOT), layer.breakdown().of(part));
    }
    json.add("breakdown", breakdown);
    return json;
  }

  static TextTable table(EncodedModel model) {
    var table =
        TextTable.of(
            "layer",
            "bound>",
            "max error>",
            "weights>",
            "kept>",
            "bytes>",
            "bits/weight>",
            "ratio>");
    for (LayerReport layer : model.layers()) {
      table =
          table.withRow(
              layer.layer().name(),
              Numbers.bound(layer.bound()),
              Numbers.bound(layer.maxError()),
              Numbers.count(layer.weights()),
              Numbers.count(layer.kept()),
              Numbers.count(layer.bytes()),
              Numbers.fixed(layer.bitsPerWeight(), 3),
              Numbers.ratio(layer.ratio()));
    }
    return table;
  }

  /** Sizes and ratios, saying of what. */
  static String ratios(EncodedModel model) {
    String whole =
        "whole file: %s bytes of parameters in %s bytes, ratio %s"
            .formatted(
                Numbers.count(model.originalBytes()),
                Numbers.count(model.fileBytes()),
                Numbers.ratio(model.ratio()));
    return Double.isNaN(model.ratioFullyConnected())
        ? whole
        : whole
            + "; fully-connected layers alone: ratio "
            + Numbers.ratio(model.ratioFullyConnected());
  }

  static String times(EncodedModel model) {
    return "encoded in %s, decoded in %s"
        .formatted(Numbers.duration(model.encodeNanos()), Numbers.duration(model.decodeNanos()));
  }
}
