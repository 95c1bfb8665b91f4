package org.weighbridge.cli.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.weighbridge.experiment.CodingJson;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.figure.Numbers;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.Summary;
import org.weighbridge.report.TextTable;
import org.weighbridge.training.gradient.BatchLoss;
import org.weighbridge.training.weightless.Absorbed;

/**
 * What {@code weightless} made.
 *
 * @param file the encoded model
 * @param retrained the model that it was made of
 * @param without what encoding costs without retraining
 * @param layers how retraining went
 * @param change from the given model to the decoded file
 */
record EncodedWeightless(
    Path file,
    Path retrained,
    BeforeAfter without,
    List<Absorbed> layers,
    EncodedModel model,
    BeforeAfter change)
    implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("file", file.toString());
    json.addProperty("retrained", retrained.toString());
    CodingJson.add(json, model.configuration().coding());
    ResultJson.addSizes(json, model);
    ResultJson.addChange(json, change);
    var untrained = new JsonObject();
    ResultJson.addChange(untrained, without);
    json.add("withoutRetraining", untrained);
    var history = new JsonArray();
    for (Absorbed layer : layers) {
      var entry = new JsonObject();
      entry.addProperty("layer", layer.layer().name());
      entry.addProperty("validationEncoded", layer.coded().accuracy());
      entry.addProperty("validationRetrained", layer.retrained().accuracy());
      history.add(entry);
    }
    json.add("history", history);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    out.print(Coded.table(model).render());
    out.println();
    var table = TextTable.of("validation after", "encoded>", "retrained>");
    for (Absorbed layer : layers) {
      table = table.withRow(layer.layer().name(), words(layer.coded()), words(layer.retrained()));
    }
    out.print(table.render());
    out.println();
    out.println(Summary.size(model));
    out.println("without retraining: " + without.sentence());
    out.println("retrained: " + change.sentence());
    out.println("wrote %s, made of %s".formatted(file, retrained));
  }

  private static String words(BatchLoss loss) {
    return "%s (loss %s)"
        .formatted(Numbers.percent(loss.accuracy()), Numbers.fixed(loss.mean(), 4));
  }
}
