package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.network.io.MappedModels;
import org.weighbridge.network.io.NetworkFiles;

/** ONNX Runtime computes with mapped weights where they are: the same scores, bit for bit. */
class MappedWeightsTest {
  private static final long SEED = 21;

  @TempDir Path folder;

  @Test
  void givesTheSameScores() throws IOException {
    var samples = RandomSamples.of(SEED, 300, 5, 1, 6, 4);
    int number = 0;
    for (Network network : List.of(TestModels.mlp(1, 24, 8, 5), TestModels.matMul(2, 24, 8, 5))) {
      Path model =
          TestModels.externalData(
              Files.createDirectory(folder.resolve("model" + number++)), network);
      Network read = NetworkFiles.read(model);
      Network mapped = MappedModels.read(model);
      assertTrue(!mapped.stored().isEmpty());
      try (var one = Evaluators.open(read, samples, Preprocessing.unitInterval());
          var other = Evaluators.open(mapped, samples, Preprocessing.unitInterval())) {
        same(one.baseline(Progress.none()), other.baseline(Progress.none()));
        EvaluatorTest.disturbed(read, 0.5, SEED)
            .forEach(
                (id, tensor) ->
                    same(
                        one.evaluate(Map.of(id, tensor), Progress.none()),
                        other.evaluate(Map.of(id, tensor), Progress.none())));
        same(one.baseline(Progress.none()), other.baseline(Progress.none()));
      }
    }
  }

  private static void same(Evaluation one, Evaluation other) {
    assertArrayEquals(one.predictions(), other.predictions(), "seed " + SEED);
    assertEquals(one.accuracy(), other.accuracy(), "seed " + SEED);
  }
}
