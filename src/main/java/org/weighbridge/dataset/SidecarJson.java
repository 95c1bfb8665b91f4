package org.weighbridge.dataset;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.InputFile;

/** {@link ModelSidecar} as JSON. */
final class SidecarJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private SidecarJson() {}

  /** Whether a file is a JSON object that says nothing of a model's input or data. */
  static boolean isOfAnotherKind(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      String text = InputFile.text(file, JsonFields.LARGEST);
      return JsonParser.parseString(text) instanceof JsonObject object
          && !object.has("input")
          && !object.has("dataset");
    } catch (IOException | JsonParseException e) {
      return false; // reading it as a sidecar says what is wrong
    }
  }

  static ModelSidecar read(Path file) {
    JsonFields root = JsonFields.of(file);
    return new ModelSidecar(
        root.object("input").map(SidecarJson::preprocessing).orElseGet(Preprocessing::unitInterval),
        root.text("dataset"),
        root.number("top1", 0, 1),
        root.integer("samples", 1),
        root.integer("params", 0),
        root.integer("seed", Long.MIN_VALUE),
        root.text("sha256"),
        root.text("source"),
        root.text("licence"));
  }

  private static Preprocessing preprocessing(JsonFields input) {
    var usual = Preprocessing.unitInterval();
    double most = Float.MAX_VALUE;
    double scale = input.number("scale", -most, most).orElse(usual.scale());
    List<Double> mean = input.numbers("mean").orElse(usual.mean());
    List<Double> std = input.numbers("std").orElse(usual.std());
    if (std.stream().anyMatch(value -> value.floatValue() == 0f)) {
      throw input.malformed("std", "numbers other than 0");
    }
    return new Preprocessing(
        scale,
        mean,
        std,
        input.choice("layout", Preprocessing.Layout.class).orElse(usual.layout()),
        input.choice("channels", Preprocessing.Channels.class).orElse(usual.channels()));
  }

  static void write(ModelSidecar sidecar, Path file) {
    var input = new JsonObject();
    Preprocessing preprocessing = sidecar.preprocessing();
    input.addProperty("scale", preprocessing.scale());
    input.add("mean", GSON.toJsonTree(preprocessing.mean()));
    input.add("std", GSON.toJsonTree(preprocessing.std()));
    input.addProperty("layout", preprocessing.layout().name());
    input.addProperty("channels", preprocessing.channels().name());
    input.addProperty("formula", "x = (value * scale - mean[c]) / std[c]");
    var root = new JsonObject();
    root.add("input", input);
    sidecar.dataset().ifPresent(text -> root.addProperty("dataset", text));
    sidecar.top1().ifPresent(number -> root.addProperty("top1", number));
    sidecar.samples().ifPresent(number -> root.addProperty("samples", number));
    sidecar.parameters().ifPresent(number -> root.addProperty("params", number));
    sidecar.seed().ifPresent(number -> root.addProperty("seed", number));
    sidecar.sha256().ifPresent(text -> root.addProperty("sha256", text));
    sidecar.source().ifPresent(text -> root.addProperty("source", text));
    sidecar.licence().ifPresent(text -> root.addProperty("licence", text));
    byte[] bytes = (GSON.toJson(root) + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }
}
