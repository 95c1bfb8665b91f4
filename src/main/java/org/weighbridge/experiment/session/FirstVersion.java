package org.weighbridge.experiment.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;

/** Sessions of version 1 knew error bounds only, and one codec for all layers. */
final class FirstVersion {
  private FirstVersion() {}

  /** Rewrites every configuration of a document as version 2 has it. */
  static void bringUp(JsonElement element) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(FirstVersion::bringUp);
    } else if (element.isJsonObject()) {
      var object = element.getAsJsonObject();
      List.copyOf(object.asMap().values()).forEach(FirstVersion::bringUp);
      if (object.has("smallTensors") && object.get("smallTensors").isJsonObject()) {
        object.addProperty("smallTensors", text(object.get("smallTensors")));
      }
      if (object.has("coding") && object.has("bounds")) {
        object.add("settings", settings(object.remove("bounds").getAsJsonObject()));
        object.add("coders", new JsonObject());
      }
    }
  }

  private static JsonObject settings(JsonObject bounds) {
    var settings = new JsonObject();
    bounds
        .entrySet()
        .forEach(bound -> settings.addProperty(bound.getKey(), text(bound.getValue())));
    return settings;
  }

  private static String text(JsonElement bound) {
    var members = bound.getAsJsonObject();
    String value = members.get("value").getAsString();
    return switch (members.get("mode").getAsString().toLowerCase(Locale.ROOT)) {
      case "relative" -> "rel:" + value;
      case "psnr" -> "psnr:" + value;
      default -> value;
    };
  }
}
