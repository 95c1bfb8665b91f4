package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code optimize} chose.
 *
 * @param found the bounds
 * @param change accuracy on the samples to report on
 * @param dataset the name of these
 * @param file where the configuration was written to
 */
record Optimized(Found found, Change change, String dataset, Optional<Path> file)
    implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    file.ifPresent(path -> json.addProperty("file", path.toString()));
    var model = found.result().best().model();
    var configuration = model.configuration();
    json.addProperty("codec", configuration.codec());
    json.addProperty("effort", configuration.effort().name().toLowerCase(Locale.ROOT));
    var bounds = new JsonObject();
    model.layers().forEach(layer -> bounds.add(layer.layer().name(), Json.number(layer.bound())));
    json.add("bounds", bounds);
    Choosing.addTo(json, found);
    Coded.addTo(json, model);
    change.addTo(json);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var model = found.result().best().model();
    out.print(Coded.table(model).render());
    out.println();
    out.println(Coded.ratios(model));
    out.println(Choosing.sentence(found));
    out.println("on " + dataset + ": " + change.sentence());
    file.ifPresent(path -> out.println("wrote " + path + ", for encode --config"));
  }
}
