package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Setting;
import org.weighbridge.experiment.CodingJson;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.SharedWeights;
import org.weighbridge.report.Summary;
import org.weighbridge.workflow.Material;

/**
 * What {@code encode} made.
 *
 * @param made the encoded network, and what led to it
 * @param defaulted whether nobody chose the settings
 * @param file it was written to
 */
record Encoded(Material made, boolean defaulted, Path file) implements Answer {
  private EncodedModel model() {
    return made.encoded().orElseThrow();
  }

  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("file", file.toString());
    CodingJson.add(json, model().configuration().coding());
    ResultJson.addSizes(json, model());
    made.accuracy().ifPresent(change -> ResultJson.addChange(json, change));
    made.found().ifPresent(found -> Choosing.addTo(json, found));
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var model = model();
    out.print(Coded.table(model).render());
    out.println();
    SharedWeights.table(model.layers())
        .ifPresent(
            table -> {
              out.print(table.render());
              out.println();
            });
    boolean choosable = !start(model).equals(Parameter.NONE);
    if (defaulted && choosable) {
      out.println(
          "nothing was chosen: %s for every layer; see --bound and --max-loss"
              .formatted(start(model)));
    }
    out.println(Summary.size(model));
    out.println(Summary.times(model) + "; every weight was decoded and found within its bound");
    made.found().ifPresent(found -> out.println(Choosing.sentence(found)));
    made.accuracy()
        .ifPresent(change -> out.println("on " + made.reportedOn() + ": " + change.sentence()));
    out.println("wrote " + file);
  }

  private static Setting start(EncodedModel model) {
    return model.configuration().coding().layerCodec().axis().start();
  }
}
