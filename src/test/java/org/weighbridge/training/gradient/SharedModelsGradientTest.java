package org.weighbridge.training.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;

/** Published networks: what training sees of them is what evaluation sees. */
class SharedModelsGradientTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final int SAMPLES = 100;

  @ParameterizedTest
  @CsvSource({
    "lenet-300-100-dense, mnist",
    "lenet-300-100-pruned, mnist",
    "lenet5-caffe-ethereon, mnist",
    "mnist-net_256x2, mnist",
  })
  void predictsAsInference(String model, String data) {
    compare(model, data);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"resnet20, cifar-10", "resnet20-bnfolded, cifar-10"})
  void predictsAsInferenceOnColourImages(String model, String data) {
    compare(model, data);
  }

  /** Every hundred samples of a whole test set, through the graph of the gradients, too. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "lenet-300-100-dense, mnist",
    "lenet-300-100-pruned, mnist",
    "lenet5-caffe-ethereon, mnist",
    "resnet20, cifar-10",
    "resnet20-bnfolded, cifar-10"
  })
  void isRightAsOftenAsInferenceOnTheWholeTestSet(String model, String data) {
    Path file = DATA.resolve("models", model + ".onnx");
    Path folder = DATA.resolve(data);
    assumeTrue(Files.exists(file) && Files.exists(folder), file + " or " + folder + " is absent");
    var network = NetworkFiles.read(file);
    var dataset = DataSets.open(folder.toString(), Split.TEST, OptionalInt.empty());
    var preprocessing = ModelSidecar.besideModel(file).orElseThrow().preprocessing();
    var samples = new LabelledSamples(dataset, preprocessing);
    try (var evaluator = Evaluators.open(network, dataset, preprocessing);
        var gradients = GradientGraphs.open(network, GradientOptions.of(Normalization.FROZEN))) {
      int[] predictions = evaluator.baseline(Progress.none()).predictions();
      float[][] values = gradients.start();
      float[][] unused = gradients.start();
      int[] order = IntStream.range(0, samples.size()).toArray();
      int right = 0;
      for (int from = 0; from < order.length; from += SAMPLES) {
        int expected = 0;
        for (int i = from; i < from + SAMPLES; i++) {
          expected += predictions[i] == samples.label(i) ? 1 : 0;
        }
        var batch =
            gradients.backward(
                samples, order, from, SAMPLES, Dropout.none(gradients), values, unused);
        assertEquals(expected, batch.correct(), "samples from " + from);
        right += expected;
      }
      assertEquals(right, gradients.evaluate(samples, values, Progress.none()).correct());
    }
  }

  private static void compare(String model, String data) {
    Path file = DATA.resolve("models", model + ".onnx");
    Path folder = DATA.resolve(data);
    assumeTrue(Files.exists(file) && Files.exists(folder), file + " or " + folder + " is absent");
    var network = NetworkFiles.read(file);
    var dataset = DataSets.open(folder.toString(), Split.TEST, OptionalInt.of(SAMPLES));
    var preprocessing = ModelSidecar.besideModel(file).orElseThrow().preprocessing();
    var samples = new LabelledSamples(dataset, preprocessing);
    try (var evaluator = Evaluators.open(network, dataset, preprocessing);
        var gradients = GradientGraphs.open(network, GradientOptions.of(Normalization.FROZEN))) {
      var known = evaluator.baseline(Progress.none());
      float[][] values = gradients.start();
      BatchLoss used = gradients.evaluate(samples, values, Progress.none());
      assertEquals(known.accuracy().correct(), used.correct());
      assertEquals(known.meanLoss(), used.mean(), 1e-4);
      int[] order = IntStream.range(0, SAMPLES).toArray();
      float[][] result = gradients.start();
      BatchLoss trained =
          gradients.backward(samples, order, 0, SAMPLES, Dropout.none(gradients), values, result);
      assertEquals(known.accuracy().correct(), trained.correct());
      assertEquals(known.meanLoss(), trained.mean(), 1e-4);
      slope(gradients, samples, order, values, result);
    }
  }

  /** The loss falls along the gradient as steeply as the gradient says. */
  private static void slope(
      Gradients gradients,
      LabelledSamples samples,
      int[] order,
      float[][] values,
      float[][] gradient) {
    double square = 0;
    for (float[] part : gradient) {
      for (float value : part) {
        square += value * (double) value;
      }
    }
    double step = 1e-3 / Math.sqrt(square);
    double there = loss(gradients, samples, order, values, gradient, step);
    double back = loss(gradients, samples, order, values, gradient, -step);
    assertTrue(square > 0);
    assertEquals(square, (there - back) / (2 * step), 0.05 * square);
  }

  private static double loss(
      Gradients gradients,
      LabelledSamples samples,
      int[] order,
      float[][] values,
      float[][] gradient,
      double step) {
    float[][] moved = gradients.start();
    for (int i = 0; i < moved.length; i++) {
      for (int j = 0; j < moved[i].length; j++) {
        moved[i][j] = (float) (values[i][j] + step * gradient[i][j]);
      }
    }
    float[][] unused = gradients.start();
    return gradients
        .backward(samples, order, 0, order.length, Dropout.none(gradients), moved, unused)
        .mean();
  }
}
