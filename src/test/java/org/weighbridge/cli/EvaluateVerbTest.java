package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a model holds and how well it does. */
class EvaluateVerbTest extends OnTinyExample {
  @Test
  void inspectListsLayers() {
    var json = type("inspect", tiny.model(), "--json").json();
    assertEquals(36 * 24 + 24 + 24 * 4 + 4, json.get("parameters").getAsInt());
    assertEquals("fc1.weight", layer(json, 0).get("name").getAsString());
    assertEquals("Gemm", layer(json, 0).get("operator").getAsString());
    assertEquals("[24,36]", layer(json, 0).get("shape").toString());
    assertEquals(4 * 96, layer(json, 1).get("bytes").getAsInt());
    assertTrue(type("inspect", tiny.model()).done().out().contains("fc2.weight  Gemm      4 × 24"));
  }

  @Test
  void evaluateCountsSamples() {
    var json = type("evaluate", tiny.model(), "--data", tiny.data(), "--json").json();
    assertEquals(TinyExample.TEST, json.get("samples").getAsInt());
    assertEquals(TinyExample.RIGHT, json.get("correct").getAsInt());
    assertEquals(0.9, json.get("top1").getAsDouble());
    assertEquals("labels", json.get("kind").getAsString());
    String text = type("evaluate", tiny.model(), "--data", tiny.data()).done().out();
    assertTrue(text.contains("90.00 %, 180 of 200"), text);
    assertTrue(text.contains("top-5 100.00 %, mean loss "), text);
  }

  @Test
  void evaluateTakesSplitsAndLimits() {
    var validation =
        type("evaluate", tiny.model(), "--data", tiny.data(), "--split", "validation", "--json");
    assertEquals(100, validation.json().get("samples").getAsInt());
    var few = type("evaluate", tiny.model(), "--data", tiny.data(), "--limit", 11, "--json").json();
    assertEquals(11, few.get("samples").getAsInt());
    assertEquals(9, few.get("correct").getAsInt());
  }

  @Test
  void preprocessingOptionsReachTheNetwork() {
    var black =
        type("evaluate", tiny.model(), "--data", tiny.data(), "--scale", 0, "--json").json();
    assertTrue(
        black.get("correct").getAsInt() < TinyExample.RIGHT - 40,
        "black images are classified all the same: " + black);
  }

  @Test
  void withoutLabelsAgreementIsCounted() throws IOException {
    String name = "t10k-images-idx3-ubyte";
    Path images = Files.createDirectory(tiny.file("unlabelled")).resolve(name);
    Files.copy(tiny.data().resolve(name), images);
    var json = type("evaluate", tiny.model(), "--data", images, "--json").json();
    assertEquals("agreement", json.get("kind").getAsString());
    String text = type("evaluate", tiny.model(), "--data", images).done().out();
    assertTrue(text.contains("agreement") && !text.contains("accuracy"), text);

    Path pruned = tiny.file("sparse.onnx");
    type("prune", tiny.model(), "-o", pruned, "--density", 0.3).done();
    var against =
        type("evaluate", pruned, "--against", tiny.model(), "--data", images, "--json").json();
    assertEquals("agreement", against.get("kind").getAsString());
    assertTrue(against.get("correct").getAsInt() < 200, against.toString());
    var change = against.getAsJsonObject("against");
    int different = change.getAsJsonObject("flips").get("broken").getAsInt();
    assertEquals(200 - different, against.get("correct").getAsInt());
    assertEquals(against.get("correct"), change.getAsJsonObject("agreement").get("correct"));
    assertTrue(against.get("meanLoss").getAsDouble() > 0, against.toString());
  }

  @Test
  void evaluateComparesTwoModels() {
    Path pruned = tiny.file("half.onnx");
    Path wbz = tiny.file("half.wbz");
    var prune =
        type("prune", tiny.model(), "-o", pruned, "--density", 0.5, "--data", tiny.data(), "--json")
            .json();
    var json =
        type("evaluate", pruned, "--against", tiny.model(), "--data", tiny.data(), "--json").json();
    var against = json.getAsJsonObject("against");
    assertEquals(prune.get("flips"), against.get("flips"));
    assertEquals(prune.get("lossPoints"), against.get("lossPoints"));
    assertTrue(against.getAsJsonObject("flips").get("broken").getAsInt() > 0, json.toString());
    AccuracyJson.assertSame(prune.get("before"), against.get("before"));
    AccuracyJson.assertSame(prune.get("after"), against.get("after"));
    type("encode", pruned, "-o", wbz, "--bound", "1e-6").done();
    var same = type("evaluate", wbz, "--against", pruned, "--data", tiny.data(), "--json").json();
    assertEquals(
        200,
        same.getAsJsonObject("against").getAsJsonObject("agreement").get("correct").getAsInt());
    String text =
        type("evaluate", pruned, "--against", tiny.model(), "--data", tiny.data()).done().out();
    assertTrue(text.contains("McNemar p") && text.contains("both say the same of"), text);
  }
}
