package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.job.Progress;

/** Published networks on published data: the counts that other programs get. */
class SharedModelsTest {
  @ParameterizedTest
  @CsvSource({
    "lenet-300-100-pruned, mnist, 9837",
    "lenet-300-100-dense, mnist, 9816",
    "lenet5-caffe-ethereon, mnist, 9914",
    "mnist-net_256x2, mnist, 9808",
  })
  void countsAsPublished(String model, String data, int correct) {
    assertEquals(new Accuracy(10_000, correct, Accuracy.Kind.LABELS), measure(model, data));
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"resnet20, cifar-10, 9173", "resnet20-bnfolded, cifar-10, 9173"})
  void countsAsPublishedOnColourImages(String model, String data, int correct) {
    assertEquals(new Accuracy(10_000, correct, Accuracy.Kind.LABELS), measure(model, data));
  }

  private static Accuracy measure(String model, String data) {
    try (var evaluator = SharedModels.find(model, data, OptionalInt.empty()).open()) {
      return evaluator.baseline(Progress.none()).accuracy();
    }
  }
}
