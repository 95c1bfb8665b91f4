package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.SearchResult;

/**
 * What {@code optimize} chose.
 *
 * @param found the search
 * @param change accuracy on the samples to report on
 * @param chosenOn where bounds were chosen
 * @param reportedOn where {@code change} was measured
 * @param file where the configuration was written to
 */
record Optimized(
    SearchResult found, Change change, Split chosenOn, Split reportedOn, Optional<Path> file)
    implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    file.ifPresent(path -> json.addProperty("file", path.toString()));
    var configuration = found.best().model().configuration();
    json.addProperty("codec", configuration.codec());
    json.addProperty("effort", configuration.effort().name().toLowerCase(Locale.ROOT));
    var bounds = new JsonObject();
    found
        .best()
        .model()
        .layers()
        .forEach(layer -> bounds.add(layer.layer().name(), Json.number(layer.bound())));
    json.add("bounds", bounds);
    Choosing.addTo(json, found, chosenOn);
    Coded.addTo(json, found.best().model());
    change.addTo(json);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var model = found.best().model();
    out.print(Coded.table(model).render());
    out.println();
    out.println(Coded.ratios(model));
    out.println(Choosing.sentence(found, chosenOn));
    out.println("on the " + Choosing.name(reportedOn) + " split: " + change.sentence());
    file.ifPresent(path -> out.println("wrote " + path + ", for encode --config"));
  }
}
