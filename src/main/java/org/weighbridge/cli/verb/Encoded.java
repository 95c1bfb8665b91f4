package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.weighbridge.cli.options.BoundsOptions;

/** What {@code encode} made, and the file it was written to. */
record Encoded(Encoding encoding, Path file) implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("file", file.toString());
    Coded.addTo(json, encoding.model());
    if (encoding.change() != null) {
      encoding.change().addTo(json);
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
    if (encoding.defaulted()) {
      out.println(
          "no bound was chosen: %s (absolute) for every layer; see --bound and --max-loss"
              .formatted(BoundsOptions.DEFAULT_BOUND));
    }
    out.println(Coded.ratios(model));
    out.println(Coded.times(model) + "; every weight was decoded and found within its bound");
    if (encoding.found() != null) {
      out.println(Choosing.sentence(encoding.found()));
    }
    if (encoding.change() != null) {
      out.println("on " + encoding.dataset() + ": " + encoding.change().sentence());
    }
    out.println("wrote " + file);
  }
}
