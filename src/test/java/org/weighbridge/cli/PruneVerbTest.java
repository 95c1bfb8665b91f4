package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Weights, neurons and patterns that go. */
class PruneVerbTest extends OnTinyExample {
  @Test
  void pruneKeepsTheFractionAskedFor() {
    Path pruned = tiny.file("pruned.onnx");
    var json =
        type("prune", tiny.model(), "-o", pruned, "--density", "0.25,fc2.weight=0.5", "--json")
            .json();
    assertEquals(36 * 24 / 4, layer(json, 0).get("kept").getAsInt());
    assertEquals(48, layer(json, 1).get("kept").getAsInt());
    var inspected = type("inspect", pruned, "--json").json();
    assertEquals(0.75, layer(inspected, 0).get("sparsity").getAsDouble());
    var measured =
        type("prune", tiny.model(), "-o", pruned, "--quality", 1, "--data", tiny.data(), "--json");
    assertKeys(measured.json(), "before", "after", "lossPoints", "flips");
    type("prune", tiny.model(), "-o", pruned, "--threshold", "0.1").done();
  }

  @Test
  void prunesByOneThresholdByNeuronsAndByPattern() {
    Path pruned = tiny.file("structured.onnx");
    type("prune", tiny.model(), "-o", pruned, "--global", "0.25").done();
    var json = type("inspect", pruned, "--json").json();
    int kept = layer(json, 0).get("kept").getAsInt() + layer(json, 1).get("kept").getAsInt();
    assertEquals((36 * 24 + 24 * 4) / 4, kept);
    var pattern = type("prune", tiny.model(), "-o", pruned, "--structure", "2:4", "--json").json();
    assertEquals(36 * 24 / 2, layer(pattern, 0).get("kept").getAsInt());
    var neurons =
        type(
                "prune",
                tiny.model(),
                "-o",
                pruned,
                "--structure",
                "neurons",
                "--norm",
                "l1",
                "--density",
                "0.25",
                "--dead-neurons",
                "remove",
                "--data",
                tiny.data(),
                "--json")
            .json();
    assertEquals(36 * 6, layer(neurons, 0).get("weights").getAsInt());
    assertEquals(6 * 4, layer(neurons, 1).get("weights").getAsInt());
    var dead = neurons.getAsJsonArray("deadNeurons").get(0).getAsJsonObject();
    assertEquals(18, dead.get("dead").getAsInt());
    assertEquals(4 * (36 * 6 + 6 * 4), neurons.get("keptBytes").getAsInt());
    var measured = type("evaluate", pruned, "--data", tiny.data(), "--json").json();
    assertEquals(neurons.getAsJsonObject("after").get("correct"), measured.get("correct"));
  }

  @Test
  void pruneRetrainsWhatIsLeft() {
    Path out = tiny.file("retrained.onnx");
    var json =
        type(
                "prune",
                tiny.model(),
                "-o",
                out,
                "--density",
                0.2,
                "--data",
                tiny.data(),
                "--retrain",
                3,
                "--batch",
                10,
                "--json")
            .json();
    assertEquals(3, json.getAsJsonArray("history").size());
    for (var layer : json.getAsJsonArray("layers")) {
      assertTrue(layer.getAsJsonObject().get("sparsity").getAsDouble() > 0.75, layer.toString());
    }
    var measured = type("evaluate", out, "--data", tiny.data(), "--json").json();
    assertEquals(json.getAsJsonObject("retrained").get("correct"), measured.get("correct"));
    type(
            "prune",
            tiny.model(),
            "-o",
            out,
            "--density",
            0.2,
            "--data",
            tiny.data(),
            "--iterations",
            2,
            "--gradual")
        .wrongUsage("take one");
  }
}
