package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
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

/** The models in the repository are what their sidecars and their README say. */
class SampleModelsTest {
  private static final Path FOLDER = Path.of("sample-models");

  @ParameterizedTest
  @ValueSource(strings = {"lenet-300-100", "lenet-300-100-dense"})
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

  @Test
  void thePrunedOneIsPruned() {
    Network pruned = NetworkFiles.read(FOLDER.resolve("lenet-300-100.onnx"));
    var densities =
        pruned.layers().stream()
            .map(layer -> Math.round(100 * (1 - layer.weights().sparsity())))
            .toList();
    assertEquals(List.of(6L, 9L, 26L), densities);
  }
}
