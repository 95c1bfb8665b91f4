package org.weighbridge.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;

/**
 * A coding as members of a JSON object: {@code "codec": "sz", "effort": "balanced", "belowBound":
 * "drop"}. What is missing is as by default.
 */
public final class CodingJson {
  private CodingJson() {}

  public static void add(JsonObject json, Coding coding) {
    json.addProperty("codec", coding.codec());
    json.addProperty("effort", lowerCase(coding.effort()));
    json.addProperty("belowBound", lowerCase(coding.belowBound()));
  }

  /**
   * The inverse of {@link #add}.
   *
   * @throws org.weighbridge.fault.Fault when there is no such codec
   * @throws RuntimeException as Gson and enums throw them, when a member has no such value
   */
  static Coding read(JsonObject json) {
    var coding = Coding.DEFAULT;
    if (json.has("codec")) {
      coding = coding.withCodec(Codecs.byId(json.get("codec").getAsString()).id());
    }
    if (json.has("effort")) {
      coding = coding.withEffort(Effort.valueOf(upperCase(json.get("effort"))));
    }
    if (json.has("belowBound")) {
      coding = coding.withBelowBound(BelowBound.valueOf(upperCase(json.get("belowBound"))));
    }
    return coding;
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static String upperCase(JsonElement choice) {
    return choice.getAsString().toUpperCase(Locale.ROOT);
  }
}
