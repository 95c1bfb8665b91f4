package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/** The short way must find what the whole network finds, layer by layer. */
class SuffixOnSharedModelsTest {
  private static final long SEED = 9;

  @ParameterizedTest
  @CsvSource({
    "lenet-300-100-pruned, mnist, 10000",
    "lenet5-caffe-ethereon, mnist, 1100",
    "resnet20, cifar-10, 100",
  })
  void predictsAsTheWholeNetwork(String model, String data, int samples) {
    assertEquals(0, differences(model, data, samples));
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "lenet-300-100-dense, mnist, 10000",
    "lenet5-caffe-ethereon, mnist, 10000",
    "mnist-net_256x2, mnist, 10000",
    "resnet20, cifar-10, 2000",
    "resnet20-bnfolded, cifar-10, 2000",
  })
  void predictsAsTheWholeNetworkOnMoreImages(String model, String data, int samples) {
    assertEquals(0, differences(model, data, samples));
  }

  /** Over all layers, each disturbed by 2 % of its range, one at a time. */
  private static int differences(String model, String data, int samples) {
    var shared = SharedModels.find(model, data, OptionalInt.of(samples));
    Map<LayerId, Tensor> all = EvaluatorTest.disturbed(shared.network(), 0.02, SEED);
    int differences = 0;
    try (var evaluator = shared.open()) {
      for (var entry : all.entrySet()) {
        var replaced = Map.of(entry.getKey(), entry.getValue());
        int[] cut = evaluator.evaluate(replaced, Progress.none()).predictions();
        differences += differences(whole(shared, replaced), cut);
      }
    }
    return differences;
  }

  private static int[] whole(SharedModels shared, Map<LayerId, Tensor> replaced) {
    var changed = shared.network().withWeights(replaced);
    try (var evaluator =
        Evaluators.open(changed, shared.dataset(), shared.sidecar().preprocessing())) {
      return evaluator.baseline(Progress.none()).predictions();
    }
  }

  private static int differences(int[] expected, int[] actual) {
    int differences = 0;
    for (int i = 0; i < expected.length; i++) {
      differences += expected[i] == actual[i] ? 0 : 1;
    }
    return differences;
  }
}
