package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Settings that are searched for. */
class OptimizeVerbTest extends OnTinyExample {
  @Test
  void optimizeWritesWhatEncodeTakes() {
    Path config = tiny.file("bounds.json");
    var json =
        type(
                "optimize",
                tiny.model(),
                "--data",
                tiny.data(),
                "--max-loss",
                5,
                "--front",
                "-o",
                config,
                "--json")
            .json();
    assertKeys(json, "bounds", "chosen", "before", "after", "lossPoints", "fileBytes", "ratio");
    assertKeys(json.getAsJsonObject("additivity"), "configurations", "slope", "meanDifference");
    var check = json.getAsJsonObject("crossCheck");
    long exact = check.get("exactBytes").getAsLong();
    assertTrue(check.get("relaxedBytes").getAsDouble() <= exact + 1e-6, json.toString());
    assertTrue(check.get("greedyBytes").getAsLong() >= exact, json.toString());
    var front = json.getAsJsonArray("front");
    assertEquals(
        2.0, front.get(front.size() - 1).getAsJsonObject().get("maxLossPoints").getAsDouble());
    assertTrue(
        json.getAsJsonObject("chosen").get("measuredLossPoints").getAsDouble() <= 5,
        json.toString());
    var encoded =
        type("encode", tiny.model(), "-o", tiny.file("chosen.wbz"), "--config", config, "--json")
            .json();
    assertEquals(json.get("fileBytes"), encoded.get("fileBytes"));
    long least = encoded.get("fileBytes").getAsLong();
    var small =
        type("optimize", tiny.model(), "--data", tiny.data(), "--max-bytes", least + 100, "--json");
    assertTrue(small.json().get("fileBytes").getAsLong() <= least + 100, small.out());
    type("optimize", tiny.model(), "--data", tiny.data(), "--max-bytes", 10).refused("bytes");
  }

  @Test
  void aSearchMeasuresWithSmallTensorsAsDecoded() {
    Path config = tiny.file("with-biases.json");
    var json =
        type(
                "optimize",
                tiny.model(),
                "--data",
                tiny.data(),
                "--max-loss",
                5,
                "--small-tensors",
                "0.02",
                "-o",
                config,
                "--json")
            .json();
    Path wbz = tiny.file("with-biases.wbz");
    Path decoded = tiny.file("with-biases.onnx");
    type("encode", tiny.model(), "-o", wbz, "--config", config).done();
    type("decode", wbz, "-o", decoded).done();
    AccuracyJson.assertSame(
        json.get("after"), type("evaluate", decoded, "--data", tiny.data(), "--json").json());
    var lossless =
        type(
                "encode",
                tiny.model(),
                "-o",
                wbz,
                "--config",
                config,
                "--small-tensors",
                "lossless",
                "--json")
            .json();
    assertEquals(0, lossless.getAsJsonArray("codedSmallTensors").size());
  }
}
