package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.figure.Numbers;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.report.AssessmentTable;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.TextTable;

/**
 * What {@code assess} found.
 *
 * @param dataset the samples it was measured on
 * @param nanos how long it took
 */
record Assessed(String dataset, Assessment assessment, long nanos) implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("dataset", dataset);
    json.add("baseline", ResultJson.accuracy(assessment.baseline()));
    json.addProperty("otherBytes", assessment.otherBytes());
    json.addProperty("nanos", nanos);
    var layers = new JsonArray();
    for (LayerCurve curve : assessment.curves()) {
      var layer = new JsonObject();
      layer.addProperty("name", curve.layer().name());
      var points = new JsonArray();
      curve.points().forEach(point -> points.add(json(point)));
      layer.add("points", points);
      layers.add(layer);
    }
    json.add("layers", layers);
    return json;
  }

  private static JsonObject json(AssessmentPoint point) {
    var json = new JsonObject();
    json.addProperty("coder", point.coder());
    json.addProperty("setting", point.setting().toString());
    if (point.setting() instanceof ErrorBound bound) {
      json.add("bound", ResultJson.number(bound.value()));
    }
    json.addProperty("samples", point.accuracy().samples());
    json.addProperty("correct", point.accuracy().correct());
    json.addProperty("top1", point.accuracy().top1());
    json.addProperty("low", point.accuracy().low());
    json.addProperty("high", point.accuracy().high());
    json.addProperty("lossPoints", point.lossPoints());
    json.addProperty("lossMargin", point.loss().margin());
    json.add("flips", ResultJson.flips(point.flips()));
    json.addProperty("bytes", point.bytes());
    json.add("maxError", ResultJson.number(point.maxError()));
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    int points = 0;
    var table =
        TextTable.of(
            "layer",
            "setting>",
            "max error>",
            "bytes>",
            "samples>",
            "accuracy>",
            "loss>",
            "± >",
            "wrong>",
            "right>",
            "p>");
    for (LayerCurve curve : assessment.curves()) {
      if (points > 0) {
        table = table.withRule();
      }
      for (AssessmentPoint point : curve.points()) {
        points++;
        table =
            table.withRow(
                curve.layer().name(),
                setting(point),
                Numbers.bound(point.maxError()),
                Numbers.count(point.bytes()),
                Numbers.count(point.accuracy().samples()),
                Numbers.percent(point.accuracy().top1()),
                Numbers.points(point.lossPoints()),
                Numbers.fixed(point.loss().margin(), 2),
                Numbers.count(point.flips().broken()),
                Numbers.count(point.flips().mended()),
                Numbers.probability(point.flips().pValue()));
      }
    }
    out.println(
        "%s: baseline %s of %s samples"
            .formatted(
                dataset,
                Numbers.percent(assessment.baseline().top1()),
                Numbers.count(assessment.baseline().samples())));
    out.println(
        "±: 95 % interval of the loss; wrong, right: samples whose answer became so; p: how probable"
            + " flips as one-sided are by chance");
    out.println();
    out.print(table.render());
    out.println();
    out.println("%d points in %s".formatted(points, Numbers.duration(nanos)));
  }

  private static String setting(AssessmentPoint point) {
    return point.setting() instanceof ErrorBound bound
        ? Numbers.bound(bound.value())
        : point.setting().toString();
  }

  /** The points as comma-separated values. */
  void writeCsv(Path file) {
    byte[] csv = AssessmentTable.of(assessment).data().csv().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(csv));
  }
}
