package org.weighbridge.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.ComparedFile;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.network.LayerId;

/** A comparison for other programs, with the keys of docs/cli.md. */
public final class ComparisonJson {
  private ComparisonJson() {}

  public static JsonObject json(ComparisonResult result) {
    var json = new JsonObject();
    json.addProperty("model", result.network());
    json.addProperty("originalBytes", result.originalBytes());
    json.addProperty("dataset", result.dataset());
    json.addProperty("chosenBy", result.chosenBy());
    json.addProperty("budget", result.budget());
    var coders = new JsonArray();
    result.rows().forEach(row -> coders.add(row(row, result.budget())));
    json.add("coders", coders);
    var published = new JsonArray();
    result.published().forEach(row -> published.add(published(row)));
    json.add("published", published);
    return json;
  }

  private static JsonObject row(ComparedCoder row, double budget) {
    var json = new JsonObject();
    json.addProperty("coder", row.coder());
    json.addProperty("label", row.label());
    json.addProperty("verdict", ComparisonTables.lowerCase(row.verdict()));
    json.addProperty("withinBudget", row.within(budget));
    if (!row.note().isEmpty()) {
      json.addProperty("note", row.note());
    }
    row.file().ifPresent(file -> addTo(json, file));
    json.addProperty("nanos", row.nanos());
    return json;
  }

  private static void addTo(JsonObject json, ComparedFile file) {
    json.add("ratio", ResultJson.number(file.file().ratio()));
    json.add("ratioFullyConnected", ResultJson.number(file.ratioFullyConnected()));
    json.add("bitsPerKept", ResultJson.number(file.bitsPerKept()));
    json.addProperty("bytes", file.file().fileBytes());
    json.add("before", ResultJson.accuracy(file.before()));
    json.add("after", ResultJson.accuracy(file.after().accuracy()));
    json.addProperty("lossPoints", file.lossPoints());
    json.addProperty("lossMargin", file.after().loss().margin());
    json.addProperty("chosenLossPoints", file.chosenLoss().points());
    json.add("flips", ResultJson.flips(file.after().flips()));
    json.add("maxError", ResultJson.number(file.maxError()));
    json.add("encodeMBps", ResultJson.number(file.throughput().encodeMBps()));
    json.add("decodeMBps", ResultJson.number(file.throughput().decodeMBps()));
    json.addProperty("runs", file.throughput().runs());
    json.addProperty("promise", ComparisonTables.lowerCase(file.promise()));
    var layers = new JsonArray();
    file.file().layers().forEach(layer -> layers.add(layer(layer, file)));
    file.leftAlone().forEach(layer -> layers.add(leftAlone(layer)));
    json.add("layers", layers);
  }

  private static JsonObject layer(LayerReport layer, ComparedFile file) {
    var json = new JsonObject();
    var configuration = file.configuration();
    json.addProperty("name", layer.layer().name());
    json.addProperty("coder", configuration.coder(layer.layer()));
    json.addProperty("setting", configuration.setting(layer.layer()).orElseThrow().toString());
    json.add("bound", ResultJson.number(layer.bound()));
    json.add("maxError", ResultJson.number(layer.maxError()));
    json.addProperty("bytes", layer.bytes());
    json.addProperty("kept", layer.kept());
    return json;
  }

  private static JsonObject leftAlone(LayerId layer) {
    var json = new JsonObject();
    json.addProperty("name", layer.name());
    json.add("coder", JsonNull.INSTANCE);
    json.add("setting", JsonNull.INSTANCE);
    return json;
  }

  private static JsonObject published(PublishedResult row) {
    var json = new JsonObject();
    json.addProperty("system", row.system());
    json.addProperty("network", row.network());
    json.addProperty("ratio", row.ratio());
    json.addProperty("bytes", row.bytes());
    json.addProperty("counts", row.counts());
    json.addProperty("error", row.error());
    json.addProperty("source", row.source());
    json.addProperty("read", row.read().toString());
    return json;
  }
}
