package org.weighbridge.cli.verb;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;

/** Parts of answers that several verbs give, with the keys of docs/cli.md. */
final class Json {
  private Json() {}

  /** A number; null where JSON has none for it. */
  static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }

  static JsonObject accuracy(Accuracy accuracy) {
    var json = new JsonObject();
    json.addProperty("samples", accuracy.samples());
    json.addProperty("correct", accuracy.correct());
    json.addProperty("top1", accuracy.top1());
    json.addProperty("low", accuracy.low());
    json.addProperty("high", accuracy.high());
    json.addProperty("kind", accuracy.kind().name().toLowerCase(Locale.ROOT));
    return json;
  }

  static JsonObject flips(Flips flips) {
    var json = new JsonObject();
    json.addProperty("broken", flips.broken());
    json.addProperty("mended", flips.mended());
    return json;
  }
}
