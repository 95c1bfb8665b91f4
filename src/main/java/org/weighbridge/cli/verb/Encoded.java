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

/** What {@code encode} made, and the file it was written to. */
record Encoded(Encoding encoding, Path file) implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("file", file.toString());
    CodingJson.add(json, encoding.model().configuration().coding());
    ResultJson.addSizes(json, encoding.model());
    if (encoding.change() != null) {
      ResultJson.addChange(json, encoding.change());
    }
    if (encoding.found() != null) {
      Choosing.addTo(json, encoding.found());
    }
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var model = encoding.model();
    out.print(Coded.table(model).render());
    out.println();
    SharedWeights.table(model.layers())
        .ifPresent(
            table -> {
              out.print(table.render());
              out.println();
            });
    boolean choosable = !start(model).equals(Parameter.NONE);
    if (encoding.defaulted() && choosable) {
      out.println(
          "nothing was chosen: %s for every layer; see --bound and --max-loss"
              .formatted(start(model)));
    }
    out.println(Summary.size(model));
    out.println(Summary.times(model) + "; every weight was decoded and found within its bound");
    if (encoding.found() != null) {
      out.println(Choosing.sentence(encoding.found()));
    }
    if (encoding.change() != null) {
      out.println("on " + encoding.dataset() + ": " + encoding.change().sentence());
    }
    out.println("wrote " + file);
  }

  private static Setting start(EncodedModel model) {
    return model.configuration().coding().layerCodec().axis().start();
  }
}
