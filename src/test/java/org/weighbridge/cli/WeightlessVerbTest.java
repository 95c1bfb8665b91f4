package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Layers in Bloomier filters, and retraining around them. */
class WeightlessVerbTest extends OnTinyExample {
  @Test
  void weightlessWritesWhatItMeasured() {
    Path file = tiny.file("weightless.wbz");
    Path retrained = tiny.file("weightless-retrained.onnx");
    Object[] words = {
      "weightless", tiny.model(), "-o", file, "--cells", "6,fc2.weight=9", "--data", tiny.data()
    };
    var json = type(and(words, "--json")).json();
    assertKeys(json, "file", "codec", "fileBytes", "layers", "before", "after", "flips");
    assertEquals(retrained.toString(), json.get("retrained").getAsString());
    assertEquals(TinyExample.RIGHT, json.getAsJsonObject("before").get("correct").getAsInt());
    assertKeys(json.getAsJsonObject("withoutRetraining"), "before", "after", "lossPoints");
    assertEquals(2, json.getAsJsonArray("history").size());
    var measured = type("evaluate", file, "--data", tiny.data(), "--json").json();
    assertEquals(
        json.getAsJsonObject("after").get("correct").getAsInt(),
        measured.get("correct").getAsInt());
    assertTrue(type("verify", file, retrained, "--json").json().get("ok").getAsBoolean());
    assertTrue(type(words).done().out().contains("without retraining: accuracy before 90.00 %"));
  }

  @Test
  void weightlessSaysWhatItCannotDo() {
    Path file = tiny.file("no.wbz");
    Object[] words = {"weightless", tiny.model(), "-o", file, "--data", tiny.data(), "--cells"};
    type(and(words, 20)).refused("cells:20");
    type(and(words, "6,fc9=7")).refused("no layer fc9");
    type(and(words, -1)).wrongUsage("give a whole number");
    type(and(words, 8, "--codec", "sz")).wrongUsage("no Bloomier filter");
    type(and(words, 8, "--epochs", 0)).wrongUsage("give at least 1");
    type(and(words, 8, "--learning-rate", -1)).wrongUsage("Not a plan for retraining");
    type("weightless", tiny.model(), "-o", file, "--cells", 8).wrongUsage("needs a data set");
    Path own = tiny.file("own-retrained.onnx");
    type("weightless", own, "-o", tiny.file("own.wbz"), "--cells", 8)
        .wrongUsage("would be overwritten");
    assertFalse(Files.exists(file));
  }

  private static Object[] and(Object[] words, Object... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
  }
}
