package org.weighbridge.report;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.Version;
import org.weighbridge.figure.Numbers;

/** The numbers that sum a result up, as sentences and as JSON with stable keys. */
public final class Summary {
  private Summary() {}

  /** A few lines: size, times, accuracy. */
  public static List<String> lines(ReportInput input) {
    var lines = new ArrayList<String>();
    input
        .encoded()
        .ifPresent(
            encoded -> {
              lines.add(size(encoded));
              lines.add(
                  times(encoded)
                      + "; largest error %s of its bound"
                          .formatted(Numbers.fixed(encoded.worstErrorToBound(), 4)));
            });
    String where = input.dataset().map(name -> "on " + name + ": ").orElse("");
    input.accuracy().ifPresent(accuracy -> lines.add(where + accuracy.sentence()));
    return lines;
  }

  /** Sizes and ratios, saying of what. */
  public static String size(EncodedModel model) {
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

  /** How long encoding and decoding took. */
  public static String times(EncodedModel model) {
    return "encoded in %s, decoded in %s"
        .formatted(Numbers.duration(model.encodeNanos()), Numbers.duration(model.decodeNanos()));
  }

  /** The content of {@code report.json}. */
  public static JsonObject json(ReportInput input) {
    var json = new JsonObject();
    json.addProperty("producer", Version.PRODUCT);
    json.addProperty("model", input.network().name());
    json.addProperty("modelSha256", input.network().hash());
    json.addProperty("parameters", input.network().parameters());
    json.addProperty("originalBytes", input.network().originalBytes());
    input.dataset().ifPresent(name -> json.addProperty("dataset", name));
    input.maxLossPoints().ifPresent(points -> json.addProperty("maxLossPoints", points));
    input
        .assessment()
        .ifPresent(assessment -> json.add("baseline", ResultJson.accuracy(assessment.baseline())));
    input.encoded().ifPresent(encoded -> ResultJson.addSizes(json, encoded));
    input.accuracy().ifPresent(accuracy -> ResultJson.addChange(json, accuracy));
    return json;
  }
}
