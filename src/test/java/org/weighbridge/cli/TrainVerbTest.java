package org.weighbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.cli.Typed.type;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.network.io.NetworkFiles;

/** Networks that are trained, and trained on. */
class TrainVerbTest extends OnTinyExample {
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
}
