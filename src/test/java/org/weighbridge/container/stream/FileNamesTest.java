package org.weighbridge.container.stream;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a/./b",
        "a//b",
        "a/",
        "c:x",
        "a\\b",
        "nul",
        "Con.txt",
        "a/COM1.bin",
        "x.",
        "x ",
        "a\u0000b",
        "a\nb",
        "b?",
        "~/x/.."
      })
  void leadsOutsideOrMeansSomethingElseSomewhere(String name) {
    assertTrue(FileNames.wrong(List.of(name)).isPresent(), name);
  }

  @Test
  void standsInTheWayOfAnother() {
    assertTrue(FileNames.wrong(List.of("Model.bin", "model.BIN")).isPresent());
    assertTrue(FileNames.wrong(List.of("a/b", "A")).isPresent());
  }

  @Test
  void isUsual() {
    assertTrue(
        FileNames.wrong(List.of("model-00001-of-00004.safetensors", "a/b.c", ".x", "...x", "ä"))
            .isEmpty());
  }
}
