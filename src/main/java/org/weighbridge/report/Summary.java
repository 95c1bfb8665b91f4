package org.weighbridge.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.experiment.Version;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;

/** The numbers that sum a result up, as sentences and as JSON with stable keys. */
public final class Summary {
  private Summary() {}

  /** A few sentences, one per line: size, accuracy, times. */
  public static List<String> lines(ReportInput input) {
    var lines = new ArrayList<String>();
    input.encoded().ifPresent(encoded -> lines.addAll(size(encoded)));
    input.accuracy().ifPresent(accuracy -> lines.add(accuracy(accuracy, input.dataset())));
    return lines;
  }

  private static List<String> size(EncodedModel encoded) {
    String file =
        "Whole file: %s bytes for %s bytes of parameters, ratio %s"
            .formatted(
                Numbers.count(encoded.fileBytes()),
                Numbers.count(encoded.originalBytes()),
                Numbers.ratio(encoded.ratio()));
    double connected = encoded.ratioFullyConnected();
    String layers =
        Double.isNaN(connected)
            ? "."
            : "; fully-connected layers alone: " + Numbers.ratio(connected) + ".";
    String times =
        "Encoded in %s, decoded in %s; largest error %s of its bound."
            .formatted(
                Numbers.duration(encoded.encodeNanos()),
                Numbers.duration(encoded.decodeNanos()),
                Numbers.fixed(encoded.worstErrorToBound(), 4));
    return List.of(file + layers, times);
  }

  private static String accuracy(BeforeAfter accuracy, Optional<String> dataset) {
    Accuracy before = accuracy.before().accuracy();
    Accuracy after = accuracy.after().accuracy();
    String what = before.kind() == Accuracy.Kind.LABELS ? "Top-1 accuracy" : "Agreement";
    Flips flips = accuracy.after().flips();
    return "%s%s: %s before, %s after (%s samples), loss %s; %s samples broken, %s mended."
        .formatted(
            what,
            dataset.map(name -> " on " + name).orElse(""),
            Numbers.percent(before.top1()),
            Numbers.percent(after.top1()),
            Numbers.count(after.samples()),
            Numbers.points(accuracy.lossPoints()),
            Numbers.count(flips.broken()),
            Numbers.count(flips.mended()));
  }

  /** The content of {@code report.json}. */
  public static JsonObject json(ReportInput input) {
    var json = new JsonObject();
    json.addProperty("producer", Version.PRODUCT);
    json.addProperty("model", input.network().name());
    json.addProperty("modelSha256", input.network().hash());
    json.addProperty("parameters", input.network().parameters());
    json.addProperty("originalBytes", input.network().originalBytes());
    input.dataset().ifPresent(name -> json.addProperty("data", name));
    input.maxLossPoints().ifPresent(points -> json.addProperty("maxLossPoints", points));
    input
        .assessment()
        .ifPresent(assessment -> json.add("baseline", accuracy(assessment.baseline())));
    input.encoded().ifPresent(encoded -> addEncoded(json, encoded));
    input.accuracy().ifPresent(accuracy -> addAccuracy(json, accuracy));
    return json;
  }

  private static void addEncoded(JsonObject json, EncodedModel encoded) {
    json.addProperty("fileBytes", encoded.fileBytes());
    json.addProperty("ratio", encoded.ratio());
    if (!Double.isNaN(encoded.ratioFullyConnected())) {
      json.addProperty("ratioFullyConnected", encoded.ratioFullyConnected());
    }
    json.addProperty("encodeSeconds", encoded.encodeNanos() / 1e9);
    json.addProperty("decodeSeconds", encoded.decodeNanos() / 1e9);
    var layers = new JsonArray();
    for (LayerReport report : encoded.layers()) {
      var layer = new JsonObject();
      layer.addProperty("name", report.layer().name());
      layer.addProperty("codec", report.codec());
      layer.addProperty("bound", report.bound());
      layer.addProperty("maxError", report.maxError());
      layer.addProperty("weights", report.weights());
      layer.addProperty("kept", report.kept());
      layer.addProperty("bytes", report.bytes());
      layers.add(layer);
    }
    json.add("layers", layers);
  }

  private static void addAccuracy(JsonObject json, BeforeAfter accuracy) {
    json.add("before", accuracy(accuracy.before().accuracy()));
    json.add("after", accuracy(accuracy.after().accuracy()));
    json.addProperty("lossPoints", accuracy.lossPoints());
    json.addProperty("broken", accuracy.after().flips().broken());
    json.addProperty("mended", accuracy.after().flips().mended());
  }

  private static JsonObject accuracy(Accuracy accuracy) {
    var json = new JsonObject();
    json.addProperty("samples", accuracy.samples());
    json.addProperty("correct", accuracy.correct());
    json.addProperty("top1", accuracy.top1());
    return json;
  }
}
