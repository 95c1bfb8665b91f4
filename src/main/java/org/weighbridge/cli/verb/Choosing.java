package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.figure.Numbers;

/** How bounds were chosen: what was predicted and what was measured, on which samples. */
final class Choosing {
  private Choosing() {}

  static String name(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  /** Adds the key {@code chosen}. */
  static void addTo(JsonObject json, SearchResult found, Split split) {
    var best = found.best();
    var chosen = new JsonObject();
    chosen.addProperty("split", name(split));
    chosen.addProperty("predictedLossPoints", best.choice().predictedLossPoints());
    chosen.addProperty("predictedBytes", best.choice().predictedBytes());
    chosen.addProperty("measuredLossPoints", best.lossPoints());
    chosen.addProperty("measuredBytes", best.model().fileBytes());
    chosen.addProperty("samples", best.measured().accuracy().samples());
    chosen.addProperty("trials", found.trials().size());
    json.add("chosen", chosen);
  }

  static String sentence(SearchResult found, Split split) {
    var best = found.best();
    return ("chosen on the %s split (%s samples, %d joint measurements): predicted loss %s and %s"
            + " bytes, measured %s and %s")
        .formatted(
            name(split),
            Numbers.count(best.measured().accuracy().samples()),
            found.trials().size(),
            Numbers.points(best.choice().predictedLossPoints()),
            Numbers.count(best.choice().predictedBytes()),
            Numbers.points(best.lossPoints()),
            Numbers.count(best.model().fileBytes()));
  }
}
