package org.weighbridge.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import org.weighbridge.codec.Breakdown;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;

/** Results for other programs, with the keys of docs/cli.md, on the command line and in reports. */
public final class ResultJson {
  private ResultJson() {}

  /** A number; null where JSON has none for it. */
  public static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }

  public static JsonObject accuracy(Accuracy accuracy) {
    var json = new JsonObject();
    json.addProperty("samples", accuracy.samples());
    json.addProperty("correct", accuracy.correct());
    json.addProperty("top1", accuracy.top1());
    json.addProperty("low", accuracy.low());
    json.addProperty("high", accuracy.high());
    json.addProperty("kind", accuracy.kind().name().toLowerCase(Locale.ROOT));
    return json;
  }

  /** An accuracy with what else is known where every answer is. */
  public static JsonObject accuracy(MeasuredAccuracy measured) {
    var json = accuracy(measured.accuracy());
    json.add("top5", number(measured.topFive()));
    json.add("meanLoss", number(measured.meanLoss()));
    return json;
  }

  public static JsonObject flips(Flips flips) {
    var json = new JsonObject();
    json.addProperty("broken", flips.broken());
    json.addProperty("mended", flips.mended());
    json.addProperty("pValue", flips.pValue());
    return json;
  }

  /** Adds sizes, ratios, times, layers and coded small tensors. */
  public static void addSizes(JsonObject json, EncodedModel model) {
    json.addProperty("originalBytes", model.originalBytes());
    json.addProperty("fileBytes", model.fileBytes());
    json.add("ratio", number(model.ratio()));
    json.add("ratioFullyConnected", number(model.ratioFullyConnected()));
    json.addProperty("encodeNanos", model.encodeNanos());
    json.addProperty("decodeNanos", model.decodeNanos());
    var layers = new JsonArray();
    model.layers().forEach(layer -> layers.add(layer(layer)));
    json.add("layers", layers);
    var smallTensors = new JsonArray();
    model.smallTensors().forEach(tensor -> smallTensors.add(layer(tensor)));
    json.add("codedSmallTensors", smallTensors);
  }

  private static JsonObject layer(LayerReport layer) {
    var json = new JsonObject();
    json.addProperty("name", layer.layer().name());
    json.addProperty("codec", layer.codec());
    json.add("bound", number(layer.bound()));
    json.add("maxError", number(layer.maxError()));
    json.add("psnr", number(layer.psnr()));
    json.addProperty("weights", layer.weights());
    json.addProperty("kept", layer.kept());
    json.addProperty("bytes", layer.bytes());
    json.add("bitsPerWeight", number(layer.bitsPerWeight()));
    json.add("ratio", number(layer.ratio()));
    var breakdown = new JsonObject();
    for (var part : Breakdown.Part.values()) {
      breakdown.addProperty(part.name().toLowerCase(Locale.ROOT), layer.breakdown().of(part));
    }
    json.add("breakdown", breakdown);
    SharedWeights.of(layer).ifPresent(shared -> json.add("sharedWeights", shared.json()));
    return json;
  }

  /** Adds the keys before, after, lossPoints, lossMargin and flips. */
  public static void addChange(JsonObject json, BeforeAfter change) {
    json.add("before", accuracy(change.before()));
    json.add("after", accuracy(change.after()));
    json.addProperty("lossPoints", change.lossPoints());
    json.addProperty("lossMargin", change.after().loss().margin());
    json.add("flips", flips(change.after().flips()));
  }
}
