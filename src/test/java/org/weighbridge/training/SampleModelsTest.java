package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.training.blueprint.Blueprint;

/** The models in the repository are what their sidecars and their README say. */
class SampleModelsTest {
  private static final Path FOLDER = Path.of("sample-models");

  @ParameterizedTest
  @ValueSource(
      strings = {"lenet-300-100", "lenet-300-100-dense", "lenet-5", "lenet-5-dense", "resnet-8"})
  void theRecordedAccuracyIsMeasuredAgain(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".onnx");
    Network network = NetworkFiles.read(file);
    ModelSidecar sidecar = ModelSidecar.besideModel(file).orElseThrow();
    assertEquals(sidecar.sha256().orElseThrow(), network.hash());
    assertEquals(sidecar.parameters().orElseThrow(), network.parameters());
    assertTrue(Files.readString(FOLDER.resolve("README.md")).contains(network.hash()));

    var test = DataSets.open(sidecar.dataset().orElseThrow(), Split.TEST, OptionalInt.empty());
    assertEquals(sidecar.samples().orElseThrow(), test.size());
    try (var evaluator = Evaluators.open(network, test, sidecar.preprocessing())) {
      var accuracy = evaluator.baseline(Progress.none()).accuracy();
      // one sample in 10,000 may lie so near the border that another processor's rounding moves it
      long recorded = Math.round(sidecar.top1().orElseThrow() * test.size());
      assertEquals((double) recorded, accuracy.correct(), 1);
    }
  }

  /** Dead neurons take a little with them; what is left is what the blueprint says. */
  @ParameterizedTest
  @ValueSource(strings = {"lenet-300-100", "lenet-5"})
  void thePrunedOnesArePruned(String name) {
    var pruned = NetworkFiles.read(FOLDER.resolve(name + ".onnx")).layers();
    var densities = Blueprint.named(name).orElseThrow().densities();
    for (int l = 0; l < pruned.size(); l++) {
      double density = 1 - pruned.get(l).weights().sparsity();
      assertEquals(densities.get(l), density, 0.15 * densities.get(l), pruned.get(l).name());
    }
  }

  @Test
  void theResidualOneHasWhatItIsThereFor() {
    var operators =
        NetworkFiles.read(FOLDER.resolve("resnet-8.onnx")).model().getGraph().getNodeList().stream()
            .map(NodeProto::getOpType)
            .collect(Collectors.toSet());
    assertTrue(operators.containsAll(Set.of("BatchNormalization", "Add", "Conv")), "" + operators);
  }
}
