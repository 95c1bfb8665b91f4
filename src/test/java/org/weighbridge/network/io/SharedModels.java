package org.weighbridge.network.io;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The real models that may lie beside the project. */
final class SharedModels {
  private static final Path FOLDER = Path.of("../shared/data/models");

  private SharedModels() {}

  /** All of them; skips the test when there are none. */
  static List<Path> all() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no models in " + FOLDER);
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
    }
  }

  /** What is known about a model: its {@code params} and {@code sha256}, among others. */
  static JsonObject facts(Path model) throws IOException {
    String name = model.getFileName().toString().replace(".onnx", ".json");
    return JsonParser.parseString(Files.readString(model.resolveSibling(name))).getAsJsonObject();
  }
}
