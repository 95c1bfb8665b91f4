package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.network.io.NetworkFiles;

/** Settings that are chosen by hand or for a loss, and the files they make. */
class EncodeVerbTest extends OnTinyExample {
  @Test
  void encodeDecodeVerifyEvaluateAgree() {
    Path wbz = tiny.file("tiny.wbz");
    Path decoded = tiny.file("decoded.onnx");
    var json =
        type("encode", tiny.model(), "-o", wbz, "--data", tiny.data(), "--max-loss", 2, "--json")
            .json();
    assertKeys(
        json,
        "originalBytes",
        "fileBytes",
        "ratio",
        "ratioFullyConnected",
        "layers",
        "before",
        "after",
        "lossPoints");
    for (int i = 0; i < 2; i++) {
      var layer = layer(json, i);
      assertKeys(layer, "name", "codec", "bound", "maxError", "weights", "kept", "bytes");
      assertTrue(layer.get("maxError").getAsDouble() <= layer.get("bound").getAsDouble());
    }
    type("decode", wbz, "-o", decoded).done();
    var measured = type("evaluate", decoded, "--data", tiny.data(), "--json").json();
    AccuracyJson.assertSame(json.get("after"), measured);
    var verified = type("verify", wbz, tiny.model(), "--json").json();
    assertTrue(verified.get("ok").getAsBoolean());
    assertEquals(0, verified.get("violations").getAsInt());
  }

  @Test
  void encodeTakesBoundsByLayerAndLeavesOthersAlone() {
    Path wbz = tiny.file("one.wbz");
    var json =
        type(
                "encode",
                tiny.model(),
                "-o",
                wbz,
                "--bounds",
                "fc2.weight=0.05",
                "--effort",
                "fast",
                "--codec",
                "sz",
                "--json")
            .json();
    assertEquals(1, json.getAsJsonArray("layers").size());
    assertEquals(0.05, layer(json, 0).get("bound").getAsDouble());
    assertFalse(json.has("after"));
    Path decoded = tiny.file("one.onnx");
    type("decode", wbz, "-o", decoded).done();
    var verified = type("verify", wbz, tiny.model()).done().out();
    assertTrue(verified.contains("everything else is byte-identical"), verified);
  }

  @Test
  void smallTensorsTakeABound() {
    var inspected = type("inspect", tiny.model(), "--json").json();
    var bias = inspected.getAsJsonArray("smallTensors").get(0).getAsJsonObject();
    assertEquals("fc1.bias", bias.get("name").getAsString());
    assertEquals("[24]", bias.get("shape").toString());
    Path wbz = tiny.file("biases.wbz");
    Path decoded = tiny.file("biases.onnx");
    var json =
        type(
                "encode",
                tiny.model(),
                "-o",
                wbz,
                "--bound",
                0.01,
                "--small-tensors",
                "rel:0.1",
                "--data",
                tiny.data(),
                "--json")
            .json();
    assertEquals("{\"relative\":0.1}", json.get("smallTensors").toString());
    assertEquals(2, json.getAsJsonArray("codedSmallTensors").size());
    var verified = type("verify", wbz, tiny.model(), "--json").json();
    assertEquals(4, verified.getAsJsonArray("layers").size());
    type("decode", wbz, "-o", decoded).done();
    AccuracyJson.assertSame(
        json.get("after"), type("evaluate", decoded, "--data", tiny.data(), "--json").json());
    assertFalse(
        NetworkFiles.read(decoded)
            .smallTensors()
            .getFirst()
            .values()
            .sameBits(NetworkFiles.read(tiny.model()).smallTensors().getFirst().values()));
    type("encode", tiny.model(), "-o", wbz, "--small-tensors", "some").wrongUsage("psnr:60");
  }

  @Test
  void boundsAreStatedInThreeWays() {
    Path wbz = tiny.file("ways.wbz");
    var json =
        type("encode", tiny.model(), "-o", wbz, "--bound", "rel:0.01,fc2.weight=psnr:50", "--json")
            .json();
    var first = NetworkFiles.read(tiny.model()).layers().getFirst().weights();
    assertEquals(
        ErrorBound.parse("rel:0.01").absoluteFor(first.values()),
        layer(json, 0).get("bound").getAsDouble());
    assertTrue(layer(json, 1).get("psnr").getAsDouble() >= 50, json.toString());
    type("verify", wbz, tiny.model()).done();
    type("encode", tiny.model(), "-o", wbz, "--bound", "psnr:0").wrongUsage("psnr:60");
  }

  @Test
  void weightsBelowTheBoundAreDroppedOrKeptAsAsked() {
    long dropped = bytesBelowBound("drop");
    long kept = bytesBelowBound("keep");
    assertTrue(dropped < kept, dropped + " of " + kept);
  }

  /** Of a pruned network, at a bound that few of its weights are above. */
  private long bytesBelowBound(String fate) {
    Path pruned = tiny.file("sparse.onnx");
    Path wbz = tiny.file(fate + ".wbz");
    type("prune", tiny.model(), "-o", pruned, "--density", 0.2).done();
    var json =
        type("encode", pruned, "-o", wbz, "--bound", 0.3, "--below-bound", fate, "--json").json();
    assertEquals(fate, json.get("belowBound").getAsString());
    type("verify", wbz, pruned).done();
    return json.get("fileBytes").getAsLong();
  }

  @Test
  void encodeSaysWhichBoundItTookByItself() {
    var typed = type("encode", tiny.model(), "-o", tiny.file("plain.wbz")).done();
    assertTrue(typed.out().contains("nothing was chosen: 0.001 for every layer"), typed.out());
  }

  @Test
  void encodingRepeatsBitForBit() throws IOException {
    type("encode", tiny.model(), "-o", tiny.file("x.wbz"), "--bound", "0.01").done();
    type("encode", tiny.model(), "-o", tiny.file("y.wbz"), "--bound", "0.01").done();
    assertArrayEquals(
        Files.readAllBytes(tiny.file("x.wbz")), Files.readAllBytes(tiny.file("y.wbz")));
  }
}
