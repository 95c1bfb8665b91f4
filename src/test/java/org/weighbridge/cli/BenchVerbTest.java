package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.Codecs;

/** Measurements of size and speed, by their keys. */
class BenchVerbTest extends OnTinyExample {
  @Test
  void benchMeasuresEveryCodecBesideLimitsAndYardstick() {
    var json = type("bench", tiny.model(), "--runs", 1, "--warm-up", 0, "--json").json();
    assertKeys(json, "model", "bound", "threads", "yardstick", "limits", "codecs", "values");
    int measured = json.getAsJsonArray("threads").size() * 3 * Codecs.bounded().size();
    long bytes = 0;
    for (int i = 0; i < 2; i++) {
      var layer = layer(json, i);
      assertKeys(layer, "name", "shape", "weights", "kept", "density", "values");
      assertEquals(measured, layer.getAsJsonArray("codecs").size());
      var codec = layer.getAsJsonArray("codecs").get(0).getAsJsonObject();
      assertKeys(codec, "name", "effort", "bytes", "ratio", "bitsPerKept", "threads", "runs");
      assertKeys(codec, "encodeMBps", "decodeMBps", "maxError", "limits");
      assertTrue(codec.get("maxError").getAsDouble() <= 0.01);
      assertTrue(codec.get("encodeMBps").getAsDouble() > 0);
      bytes += codec.get("bytes").getAsLong();
    }
    var sum = json.getAsJsonArray("codecs").get(0).getAsJsonObject();
    assertEquals(bytes, sum.get("bytes").getAsLong());
  }

  @Test
  void benchAsksCodecsForWhatTheyHave() {
    assertEquals("bits:4", benched("linear+channel", "bits:4").get("setting").getAsString());
    assertEquals("none", benched("csr8", 0.1).get("setting").getAsString());
    type("bench", tiny.model(), "--codec", "sz", "--bound", "bits:4").refused("0.001");
  }

  private JsonObject benched(String codec, Object bound) {
    var options = new Object[] {"--codec", codec, "--bound", bound, "--runs", 1, "--warm-up", 0};
    var typed = new ArrayList<Object>(List.of("bench", tiny.model(), "--json"));
    typed.addAll(List.of(options));
    var json = type(typed.toArray()).json();
    return json.getAsJsonArray("codecs").get(0).getAsJsonObject();
  }

  @Test
  void benchMeasuresEvaluationsBothWays() {
    var json = type("bench", "--evaluation", tiny.model(), "--data", tiny.data(), "--json").json();
    assertKeys(json, "model", "dataset", "samples", "bounds", "processors", "speedup");
    assertEquals(0, json.get("differing").getAsInt());
    assertTrue(json.get("shortMillis").getAsDouble() > 0);
    assertKeys(layer(json, 0), "name", "firstShortMillis", "shortMillis", "wholeMillis");
    var slider = json.getAsJsonArray("sliders").get(0).getAsJsonObject();
    assertKeys(slider, "name", "moves", "firstMillis", "medianMillis", "worstMillis");
    type("bench", tiny.model(), "--evaluation", tiny.model()).wrongUsage("of their own");
  }

  @Test
  void benchMeasuresTraining() {
    var json = type("bench", "--training", tiny.model(), "--data", tiny.data(), "--json").json();
    assertKeys(json, "model", "dataset", "samples", "batch", "steps", "processors");
    for (String time : List.of("stepMillis", "epochMillis", "evaluationMillis")) {
      assertTrue(json.get(time).getAsDouble() > 0, time);
    }
    type("bench", "--training", tiny.model(), "--evaluation", tiny.model())
        .wrongUsage("of their own");
  }

  @Test
  void benchMeasuresWhatIsAskedFor() {
    String text =
        type(
                "bench",
                tiny.model(),
                "--codec",
                "deepsz",
                "--effort",
                "fast",
                "--threads",
                2,
                "--warm-up",
                0)
            .done()
            .out();
    assertTrue(text.contains("deepsz  0.01     fast          2"), text);
    assertFalse(text.contains("sz      0.01"), text);
    type("bench", "--layer", "vgg").wrongUsage("alexnet-fc6, vgg-fc6");
    type("bench", tiny.model(), "--layer", "vgg-fc6").wrongUsage("do not go together");
    type("bench", tiny.model(), "--bound", 0).wrongUsage("positive");
    type("bench", tiny.model(), "--codec", "zip").refused("zip", "deepsz");
  }
}
