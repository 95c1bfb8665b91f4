package org.weighbridge.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Setting;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.InputFile;
import org.weighbridge.network.LayerId;

/**
 * A configuration as JSON: a coding as {@link CodingJson} writes it and {@code "bounds":
 * {"fc1.weight": 0.02}}. A bound is a number (absolute) or {@code {"relative": 0.01}}; codecs that
 * are asked for something else have {@code {"bits": 5}}, and a layer with a codec of its own {@code
 * {"coder": "codebook", "bits": 5}} or {@code {"coder": "zfp", "absolute": 0.01}}.
 */
public final class ConfigurationFile {
  private static final String ABSOLUTE = "absolute";

  /** A hundred thousand layers need less. */
  private static final long LARGEST = 16 << 20;

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private ConfigurationFile() {}

  public static String toJson(Configuration configuration) {
    return GSON.toJson(json(configuration)) + "\n";
  }

  /** The same in one line, for command lines. */
  public static String toLine(Configuration configuration) {
    return json(configuration).toString();
  }

  private static JsonObject json(Configuration configuration) {
    var bounds = new JsonObject();
    configuration
        .settings()
        .forEach((layer, setting) -> bounds.add(layer.name(), json(configuration, layer, setting)));
    var json = new JsonObject();
    CodingJson.add(json, configuration.coding());
    json.add("bounds", bounds);
    return json;
  }

  private static JsonElement json(Configuration configuration, LayerId layer, Setting setting) {
    var json = CodingJson.setting(setting);
    String coder = configuration.coders().get(layer);
    if (coder == null) {
      return json;
    }
    var members = new JsonObject();
    members.addProperty(CodingJson.CODER, coder);
    if (json.isJsonObject()) {
      json.getAsJsonObject().entrySet().forEach(m -> members.add(m.getKey(), m.getValue()));
    } else {
      members.add(ABSOLUTE, json);
    }
    return members;
  }

  public static void write(Configuration configuration, Path file) {
    AtomicFile.write(
        file, out -> out.write(toJson(configuration).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads a configuration.
   *
   * @throws Fault when the file is missing or says something else
   */
  public static Configuration read(Path file) {
    String text;
    try {
      text = InputFile.text(file, LARGEST);
    } catch (IOException e) {
      throw new Fault("Cannot read %s: %s.".formatted(file, AtomicFile.reason(e)), e);
    }
    return parse(text, file.toString());
  }

  /**
   * Reads a configuration from JSON.
   *
   * @param name of where it stands, for the sentence of a fault
   * @throws Fault when it says something else
   */
  public static Configuration parse(String text, String name) {
    try {
      return parse(GSON.fromJson(text, JsonObject.class));
    } catch (JsonParseException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | NullPointerException e) {
      throw new Fault(
          ("%s is not a configuration: it needs \"bounds\" with a positive number per layer, and may"
                  + " name \"codec\", \"effort\" and \"belowBound\", as 'optimize -o' writes it.")
              .formatted(name),
          e);
    }
  }

  private static Configuration parse(JsonObject json) {
    var settings = new LinkedHashMap<LayerId, Setting>();
    var coders = new LinkedHashMap<LayerId, String>();
    for (var entry : json.getAsJsonObject("bounds").entrySet()) {
      var layer = new LayerId(entry.getKey());
      var value = entry.getValue();
      if (value.isJsonObject() && value.getAsJsonObject().has(CodingJson.CODER)) {
        var members = value.getAsJsonObject();
        coders.put(layer, Codecs.byId(members.get(CodingJson.CODER).getAsString()).id());
        value = members.has(ABSOLUTE) ? members.get(ABSOLUTE) : members;
      }
      settings.put(layer, CodingJson.setting(value));
    }
    return new Configuration(CodingJson.read(json), settings, coders);
  }
}
