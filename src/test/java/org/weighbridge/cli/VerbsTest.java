package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.network.io.NetworkFiles;

/** Every verb end to end on a tiny network, with the keys that programs rely on. */
class VerbsTest {
  @TempDir private static Path folder;
  private static TinyExample tiny;

  @BeforeAll
  static void makeExample() {
    tiny = TinyExample.in(folder);
  }

  private static JsonObject layer(JsonObject json, int index) {
    return json.getAsJsonArray("layers").get(index).getAsJsonObject();
  }

  private static void assertKeys(JsonObject json, String... keys) {
    assertTrue(json.keySet().containsAll(Set.of(keys)), json.toString());
  }

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

  private static List<Double> bounds(String... options) {
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
  private static long bytesBelowBound(String fate) {
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
  void decodeWritesOneLayerForNumPy() throws IOException {
    Path wbz = tiny.file("layers.wbz");
    Path npy = tiny.file("fc2.npy");
    type("encode", tiny.model(), "-o", wbz, "--bound", "0.01").done();
    var json = type("decode", wbz, "--layer", "fc2.weight", "-o", npy, "--json").json();
    assertEquals("[4,24]", json.get("shape").toString());
    byte[] bytes = Files.readAllBytes(npy);
    String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertEquals(128 + 4 * 96, bytes.length, header);
    assertTrue(header.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (4,24,), }"));
    type("decode", wbz, "--layer", "fc9", "-o", npy).refused("fc9", "fc1.weight, fc2.weight");
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

  @Test
  void verifyFailsOnAnotherModel() {
    Path wbz = tiny.file("of-tiny.wbz");
    Path pruned = tiny.file("other.onnx");
    type("encode", tiny.model(), "-o", wbz, "--bound", "0.01").done();
    type("prune", tiny.model(), "-o", pruned, "--density", "0.5").done();
    var typed = type("verify", wbz, pruned, "--json");
    assertEquals(1, typed.code());
    assertTrue(typed.out().contains("\"ok\": false"), typed.out());
  }

  @Test
  void reportWritesPicturesAndTables() {
    Path report = tiny.file("report");
    var json =
        type("report", tiny.model(), "-o", report, "--data", tiny.data(), "--max-loss", 3, "--json")
            .json();
    assertTrue(json.getAsJsonArray("files").size() > 10, json.toString());
    for (var file : json.getAsJsonArray("files")) {
      assertTrue(Files.exists(Path.of(file.getAsString())), file.toString());
    }
    assertTrue(Files.exists(report.resolve("layers.csv")));
    type("report", tiny.model(), "-o", tiny.file("plain-report"), "--bound", "0.1").done();
  }

  @Test
  void trainWritesModelsThatEvaluateAsStated() {
    Path pruned = tiny.file("trained.onnx");
    Path dense = tiny.file("trained-dense.onnx");
    var json =
        type("train", "-o", pruned, "--dense", dense, "--epochs", "1,0,0", "--limit", 300, "--json")
            .json();
    var measured = type("evaluate", pruned, "--limit", 300, "--json").json();
    assertEquals(json.get("correct"), measured.get("correct"));
    var sidecar = ModelSidecar.besideModel(dense).orElseThrow();
    assertEquals(NetworkFiles.read(dense).hash(), sidecar.sha256().orElseThrow());
    type("train", "-o", pruned, "--epochs", "1,2").wrongUsage("three numbers");
    type("train", "-o", pruned, "--density", "0.1,0.2", "--limit", 50)
        .wrongUsage("2 numbers, but lenet-300-100 has 3 layers");
  }

  @Test
  void trainGoesOnFromACheckpoint() {
    Path whole = tiny.file("whole.onnx");
    Path state = tiny.file("run.wbtrain");
    type("train", "-o", whole, "--epochs", "1,1,1", "--limit", 200, "--checkpoint", state).done();
    Path resumed = tiny.file("resumed.onnx");
    type("train", "-o", resumed, "--limit", 200, "--resume", state).done();
    assertEquals(NetworkFiles.read(whole).hash(), NetworkFiles.read(resumed).hash());
    type("train", "-o", resumed, "--limit", 100, "--resume", state).refused("start it anew");
    var tuned =
        type(
                "train",
                "--network",
                whole,
                "-o",
                resumed,
                "--epochs",
                "1,0,0",
                "--keep-zeros",
                "--limit",
                200,
                "--optimizer",
                "adam",
                "--l1",
                "1e-5",
                "--early-stop",
                2,
                "--json")
            .json();
    assertTrue(tuned.get("density").getAsDouble() < 0.07, tuned.toString());
    assertEquals(1, tuned.getAsJsonArray("history").size());
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

  @Test
  void shareLeavesFewValues() {
    Path shared = tiny.file("shared.onnx");
    var json =
        type(
                "share",
                tiny.model(),
                "-o",
                shared,
                "--bits",
                "2,fc2.weight=3",
                "--tune",
                2,
                "--data",
                tiny.data(),
                "--json")
            .json();
    assertKeys(
        json, "file", "validationBeforeTuning", "validationAfterTuning", "beforeTuning", "before");
    assertTrue(
        json.get("validationAfterTuning").getAsDouble()
            >= json.get("validationBeforeTuning").getAsDouble());
    assertEquals(4, layer(json, 0).get("centroids").getAsInt());
    var layers = NetworkFiles.read(shared).layers();
    assertEquals(4, distinct(layers.get(0).weights().values()));
    assertEquals(8, distinct(layers.get(1).weights().values()));
    type("share", tiny.model(), "-o", shared, "--bits", 1.5).wrongUsage("1.5 bits");
    type("share", tiny.model(), "-o", shared, "--bits", 2, "--tune", 1)
        .wrongUsage("needs a data set");
  }

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

  @Test
  void trainOfNoSuchNetworkSaysWhichThereAre() {
    type("train", "--network", "lenet-7", "-o", tiny.file("x.onnx"))
        .refused("no network lenet-7", "lenet-300-100, lenet-5, resnet-8");
  }

  @Test
  void trainWithoutTimeForPruningStaysDense() {
    var json =
        type(
                "train",
                "--network",
                tiny.model(),
                "--data",
                tiny.data(),
                "--epochs",
                "1,0,0",
                "-o",
                tiny.file("dense.onnx"),
                "--json")
            .json();
    assertEquals(1, json.get("density").getAsDouble());
    var digits =
        type("train", "--limit", 100, "--epochs", "1,0,0", "-o", tiny.file("fresh.onnx"), "--json")
            .json();
    assertEquals(1, digits.get("density").getAsDouble());
  }

  private static long distinct(float[] values) {
    var seen = new java.util.HashSet<Float>();
    for (float value : values) {
      seen.add(value);
    }
    return seen.size();
  }
}
