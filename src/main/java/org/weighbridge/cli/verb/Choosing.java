package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import org.weighbridge.figure.Numbers;
import org.weighbridge.workflow.Found;

/** How bounds were chosen: what was predicted and what was measured, on which samples. */
final class Choosing {
  private Choosing() {}

  /** Adds the key {@code chosen}. */
  static void addTo(JsonObject json, Found found) {
    var best = found.result().best();
    var chosen = new JsonObject();
    chosen.addProperty("by", found.samples());
    chosen.addProperty("samples", best.measured().accuracy().samples());
    chosen.addProperty("predictedLossPoints", best.choice().predictedLossPoints());
    chosen.addProperty("predictedBytes", best.choice().predictedBytes());
    chosen.addProperty("measuredLossPoints", best.lossPoints());
    chosen.addProperty("measuredBytes", found.result().model().fileBytes());
    chosen.addProperty("trials", found.result().trials().size());
    json.add("chosen", chosen);
  }

  static String sentence(Found found) {
    var best = found.result().best();
    return ("chosen by %s (%s samples; measured jointly: %d): predicted loss %s and %s bytes,"
            + " with all layers together %s and %s")
        .formatted(
            found.samples(),
            Numbers.count(best.measured().accuracy().samples()),
            found.result().trials().size(),
            Numbers.points(best.choice().predictedLossPoints()),
            Numbers.count(best.choice().predictedBytes()),
            Numbers.points(best.lossPoints()),
            Numbers.count(found.result().model().fileBytes()));
  }
}
