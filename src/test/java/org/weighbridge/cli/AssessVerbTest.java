package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Curves of layers, and who plans them. */
class AssessVerbTest extends OnTinyExample {
  @Test
  void assessMeasuresEveryBoundOfAGrid() throws IOException {
    Path csv = tiny.file("curves.csv");
    var typed =
        type(
            "assess",
            tiny.model(),
            "--data",
            tiny.data(),
            "--grid",
            "1e-3:1:4",
            "--csv",
            csv,
            "--layers",
            "fc2.weight",
            "--json");
    var json = typed.json();
    assertEquals(100, json.getAsJsonObject("baseline").get("samples").getAsInt());
    assertEquals(1, json.getAsJsonArray("layers").size());
    JsonArray points = layer(json, 0).getAsJsonArray("points");
    assertEquals(4, points.size());
    for (var point : points) {
      var p = point.getAsJsonObject();
      assertKeys(p, "bound", "correct", "top1", "lossPoints", "bytes", "maxError");
      assertTrue(p.get("maxError").getAsDouble() <= p.get("bound").getAsDouble(), p.toString());
    }
    assertEquals(5, Files.readAllLines(csv).size());
    String text = type("assess", tiny.model(), "--data", tiny.data()).done().out();
    assertTrue(text.contains("baseline 90.00 % of 100 samples"), text);
  }

  @Test
  void assessStopsEarlyWhereTheLossIsFarFromWhatIsAccepted() {
    var json =
        type(
                "assess",
                "sample-models/lenet-300-100.onnx",
                "--data",
                "digits",
                "--limit",
                "3000",
                "--layers",
                "fc3.weight",
                "--grid",
                "1e-3:100:2",
                "--max-loss",
                "5",
                "--stop-early",
                "--json")
            .json();
    // all weights of a layer gone: nearly every sample is wrong
    var ruined = layer(json, 0).getAsJsonArray("points").get(1).getAsJsonObject();
    assertEquals(3000, json.getAsJsonObject("baseline").get("samples").getAsInt());
    assertTrue(ruined.get("samples").getAsInt() < 3000, ruined.toString());
    assertTrue(ruined.get("lossPoints").getAsDouble() > 5, ruined.toString());
  }

  @Test
  void plansTakeTheirParameters() {
    var adaptive = bounds("--plan", "adaptive");
    var deepSz = bounds("--plan", "deepsz");
    assertTrue(deepSz.contains(1e-3), deepSz.toString());
    assertTrue(deepSz.contains(1e-2), deepSz.toString());
    assertFalse(adaptive.equals(deepSz));
    var coarse = bounds("--start", "0.04", "--distortion", "2");
    assertTrue(coarse.contains(0.04) && !coarse.contains(1e-3), coarse.toString());
    type("assess", tiny.model(), "--data", tiny.data(), "--grid", "1e-3:1:4", "--start", "1")
        .refused("--start");
  }

  private List<Double> bounds(String... options) {
    var words =
        new ArrayList<Object>(
            List.of("assess", tiny.model(), "--data", tiny.data(), "--layers", "fc2.weight"));
    words.addAll(List.of(options));
    words.add("--json");
    var points = layer(type(words.toArray()).json(), 0).getAsJsonArray("points");
    return points.asList().stream()
        .map(point -> point.getAsJsonObject().get("bound").getAsDouble())
        .toList();
  }

  @Test
  void lockedLayersAreCarriedAlongLosslessly() {
    var assessed =
        type("assess", tiny.model(), "--data", tiny.data(), "--lock", "fc2*", "--json").json();
    assertEquals(1, assessed.getAsJsonArray("layers").size());
    assertEquals("fc1.weight", layer(assessed, 0).get("name").getAsString());
    Path locked = tiny.file("locked.wbz");
    var encoded =
        type("encode", tiny.model(), "-o", locked, "--bound", "0.1", "--lock", "fc1.weight");
    assertTrue(encoded.done().out().contains("fc2.weight"));
    var verified = type("verify", locked, tiny.model(), "--json").json();
    assertEquals("fc2.weight", layer(verified, 0).get("name").getAsString());
    assertEquals(1, verified.getAsJsonArray("layers").size());
    type("assess", tiny.model(), "--data", tiny.data(), "--lock", "fc9").refused("fc9", "fc1");
    type("assess", tiny.model(), "--data", tiny.data(), "--lock", "*").refused("locked");
  }

  @Test
  void withoutACacheNothingIsKept() {
    Path folder = tiny.file("cache");
    String usual = System.setProperty("weighbridge.cache", folder.toString());
    try {
      var options = List.of("assess", tiny.model(), "--data", tiny.data(), "--json");
      var without = new ArrayList<Object>(options);
      without.add("--no-cache");
      var anew = type(without.toArray()).json();
      assertFalse(Files.exists(folder));
      var kept = type(options.toArray()).json();
      assertTrue(Files.exists(folder), "the first run with a cache leaves something there");
      var again = type(options.toArray()).json();
      assertEquals(anew.get("layers"), kept.get("layers"));
      assertEquals(anew.get("layers"), again.get("layers"));
    } finally {
      System.setProperty("weighbridge.cache", usual);
    }
  }
}
