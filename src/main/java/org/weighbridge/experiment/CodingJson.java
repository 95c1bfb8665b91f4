package org.weighbridge.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Optional;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Setting;

/**
 * A coding as members of a JSON object: {@code "codec": "sz", "effort": "balanced", "belowBound":
 * "drop", "smallTensors": 0.001}. What is missing is as by default. A bound is a number (absolute),
 * {@code {"relative": 0.01}} or {@code {"psnr": 60}}, another setting its parameter, {@code
 * {"bits": 5}}; small tensors without one are lossless.
 */
public final class CodingJson {
  static final String CODER = "coder";
  private static final String RELATIVE = "relative";
  private static final String PSNR = "psnr";

  private CodingJson() {}

  public static void add(JsonObject json, Coding coding) {
    json.addProperty("codec", coding.codec());
    json.addProperty("effort", lowerCase(coding.effort()));
    json.addProperty("belowBound", lowerCase(coding.belowBound()));
    coding.smallTensors().ifPresent(bound -> json.add("smallTensors", bound(bound)));
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
    if (json.has("smallTensors")) {
      coding = coding.withSmallTensors(Optional.of(bound(json.get("smallTensors"))));
    }
    return coding;
  }

  static JsonElement setting(Setting setting) {
    return switch (setting) {
      case ErrorBound bound -> bound(bound);
      case Parameter parameter -> {
        var json = new JsonObject();
        json.addProperty(parameter.name(), parameter.value());
        yield json;
      }
    };
  }

  /** The inverse of {@link #setting}; a member {@code coder} beside it is another matter. */
  static Setting setting(JsonElement json) {
    if (json.isJsonObject()) {
      for (var member : json.getAsJsonObject().entrySet()) {
        String name = member.getKey();
        if (!name.equals(CODER) && !name.equals(RELATIVE) && !name.equals(PSNR)) {
          return new Parameter(name, member.getValue().getAsDouble());
        }
      }
    }
    return bound(json);
  }

  static JsonElement bound(ErrorBound bound) {
    var json = new JsonObject();
    switch (bound.mode()) {
      case ABSOLUTE -> {
        return new JsonPrimitive(bound.value());
      }
      case RELATIVE -> json.addProperty(RELATIVE, bound.value());
      case PSNR -> json.addProperty(PSNR, bound.value());
    }
    return json;
  }

  static ErrorBound bound(JsonElement json) {
    if (!json.isJsonObject()) {
      return ErrorBound.absolute(json.getAsDouble());
    }
    var members = json.getAsJsonObject();
    return members.has(PSNR)
        ? new ErrorBound(ErrorBound.Mode.PSNR, members.get(PSNR).getAsDouble())
        : new ErrorBound(ErrorBound.Mode.RELATIVE, members.get(RELATIVE).getAsDouble());
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static String upperCase(JsonElement choice) {
    return choice.getAsString().toUpperCase(Locale.ROOT);
  }
}
