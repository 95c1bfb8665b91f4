package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.experiment.CodingJson;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ResultJson;
import org.weighbridge.report.Summary;
import org.weighbridge.workflow.Found;

/**
 * What {@code optimize} chose.
 *
 * @param found the bounds
 * @param change accuracy on the samples to report on
 * @param dataset the name of these
 * @param front what other budgets would give, where that is asked for
 * @param file where the configuration was written to
 */
record Optimized(
    Found found,
    BeforeAfter change,
    String dataset,
    Optional<FrontTable> front,
    Optional<Path> file)
    implements Answer {
  @Override
  public JsonObject json() {
    var json = new JsonObject();
    file.ifPresent(path -> json.addProperty("file", path.toString()));
    var model = found.result().model();
    CodingJson.add(json, model.configuration().coding());
    var bounds = new JsonObject();
    model
        .layers()
        .forEach(layer -> bounds.add(layer.layer().name(), ResultJson.number(layer.bound())));
    json.add("bounds", bounds);
    Choosing.addTo(json, found);
    SearchChecks.of(found.result()).addTo(json);
    front.ifPresent(table -> json.add("front", table.json()));
    ResultJson.addSizes(json, model);
    ResultJson.addChange(json, change);
    return json;
  }

  @Override
  public void print(PrintWriter out) {
    var model = found.result().model();
    out.print(Coded.table(model).render());
    out.println();
    out.println(Summary.size(model));
    out.println(Choosing.sentence(found));
    SearchChecks.of(found.result()).sentences().forEach(out::println);
    out.println("on " + dataset + ": " + change.sentence());
    front.ifPresent(
        budgets -> {
          out.println();
          out.print(budgets.table().render());
        });
    file.ifPresent(path -> out.println("wrote " + path + ", for encode --config"));
  }
}
