package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a verb end to end on a tiny network, with the keys that programs rely on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnTinyExample {
  TinyExample tiny;

  @BeforeAll
  void makeExample(@TempDir Path folder) {
    tiny = TinyExample.in(folder);
  }

  static JsonObject layer(JsonObject json, int index) {
    return json.getAsJsonArray("layers").get(index).getAsJsonObject();
  }

  static void assertKeys(JsonObject json, String... keys) {
    assertTrue(json.keySet().containsAll(Set.of(keys)), json.toString());
  }
}
