package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.experiment.SearchResult;

/**
 * What {@code encode} made.
 *
 * @param file where it was written to
 * @param defaulted whether nobody chose the bounds
 * @param change accuracy before and after; null when it was not measured
 * @param reportedOn where {@code change} was measured
 * @param found how the bounds were chosen; null when they were given
 * @param chosenOn where {@code found} was measured
 */
record Encoded(
    EncodedModel model,
    Path file,
    boolean defaulted,
    @Nullable Change change,
    Split reportedOn,
    @Nullable SearchResult found,
    Split chosenOn)
    implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("file", file.toString());
    Coded.addTo(json, model);
    if (change != null) {
      change.addTo(json);
    }
    if (found != null) {
      Choosing.addTo(json, found, chosenOn);
    }
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    out.print(Coded.table(model).render());
    out.println();
    if (defaulted) {
      out.println(
          "no bound was chosen: 0.001 (absolute) for every layer; see --bound and --max-loss");
    }
    out.println(Coded.ratios(model));
    out.println(Coded.times(model) + "; every weight was decoded and found within its bound");
    if (found != null) {
      out.println(Choosing.sentence(found, chosenOn));
    }
    if (change != null) {
      out.println("on the " + Choosing.name(reportedOn) + " split: " + change.sentence());
    }
    out.println("wrote " + file);
  }
}
