package org.weighbridge.training.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.training.gradient.SmallNetwork.integer;
import static org.weighbridge.training.gradient.SmallNetwork.integers;
import static org.weighbridge.training.gradient.SmallNetwork.real;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.network.Network;
import org.weighbridge.training.gradient.Parameter.Role;

class GradientGraphsTest {
  private static final long SEED = 15;
  private static final GradientOptions OPTIONS = new GradientOptions(Normalization.TRAINED, 5);

  private static Network convolutional() {
    var net = new SmallNetwork(SEED, 13, 1, 8, 8);
    net.then("Conv", List.of(net.weights(0.5, 6, 1, 3, 3), net.weights(0.2, 6)));
    net.then("Relu").then("MaxPool", integers("kernel_shape", 2L, 2L), integers("strides", 2L, 2L));
    net.then("Flatten").then("Gemm", List.of(net.weights(0.3, 54, 7), net.weights(0.2, 7)));
    net.then("Relu").then("Dropout", List.of(net.floats(List.of(0.3f))));
    return net.classifier(7);
  }

  /** Opset 11 has Dropout's ratio as an attribute. */
  private static Network withDropoutAttribute() {
    var net = new SmallNetwork(SEED, 11, 6);
    net.then("Gemm", List.of(net.weights(0.3, 6, 40), net.weights(0.2, 40)));
    net.then("Relu").then("Dropout", real("ratio", 0.3));
    net.then("Gemm", List.of(net.weights(0.3, 40, 9))).then("Relu");
    net.then("Gemm", List.of(net.weights(0.3, 9, 3)));
    return net.network();
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    float[][] one = gradients(1, 0.4);
    float[][] four = gradients(4, 0.4);
    for (int i = 0; i < one.length; i++) {
      assertArrayEquals(one[i], four[i], 0);
    }
    assertFalse(Arrays.deepEquals(one, gradients(4, 0)), "dropout changes nothing");
  }

  private static float[][] gradients(int threads, double ratio) {
    var samples = RandomLabelled.of(SEED, 48, 6);
    int[] order = IntStream.range(0, 48).map(i -> 47 - i).toArray();
    try (var gradients = GradientGraphs.open(withDropoutAttribute(), OPTIONS, threads)) {
      float[][] values = gradients.start();
      float[][] result = gradients.start();
      var ratios = gradients.dropouts().stream().map(place -> ratio).toList();
      // first another batch, whose traces must not be seen in the second
      gradients.backward(samples, order, 0, 9, new Dropout(ratios, 3), values, result);
      gradients.backward(samples, order, 5, 43, new Dropout(ratios, 7), values, result);
      return result;
    }
  }

  @Test
  void parametersByRole() {
    try (var gradients = GradientGraphs.open(convolutional(), OPTIONS, 1)) {
      var roles = gradients.parameters().stream().map(Parameter::role).toList();
      assertEquals(
          List.of(Role.WEIGHT, Role.OFFSET, Role.WEIGHT, Role.OFFSET, Role.WEIGHT, Role.OFFSET),
          roles);
    }
  }

  @Test
  void dropoutWhereTheGraphHasItAndBeforeFullLayers() {
    try (var gradients = GradientGraphs.open(withDropoutAttribute(), OPTIONS, 1)) {
      var places = gradients.dropouts();
      assertEquals(List.of(0.3f, 0f), places.stream().map(p -> (float) p.ratio()).toList());
      var layers = gradients.parameters().stream().filter(p -> p.role() == Role.WEIGHT).toList();
      assertEquals(
          List.of(layers.get(1).name(), layers.get(2).name()),
          places.stream().map(DropoutPlace::layer).toList());
    }
  }

  @Test
  void dropoutKeepsTheMean() {
    var samples = RandomLabelled.of(SEED, 4, 6);
    try (var gradients = GradientGraphs.open(withDropoutAttribute(), OPTIONS, 2)) {
      float[][] values = gradients.start();
      float[][] plain = gradients.start();
      float[][] sum = new float[values.length][];
      Arrays.setAll(sum, i -> new float[values[i].length]);
      float[][] one = gradients.start();
      int[] order = {0, 1, 2, 3};
      gradients.backward(samples, order, 0, 4, Dropout.none(gradients), values, plain);
      int draws = 400;
      for (int seed = 0; seed < draws; seed++) {
        var dropout = new Dropout(List.of(0.0, 0.5), seed);
        gradients.backward(samples, order, 0, 4, dropout, values, one);
        for (int i = 0; i < sum.length; i++) {
          for (int j = 0; j < sum[i].length; j++) {
            sum[i][j] += one[i][j] / draws;
          }
        }
      }
      int last = sum.length - 1;
      for (int j = 0; j < sum[last].length; j++) {
        assertEquals(plain[last][j], sum[last][j], 0.1 * norm(plain[last]), "seed " + SEED);
      }
      assertTrue(norm(plain[last]) > 0.01);
    }
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * (double) value;
    }
    return Math.sqrt(sum);
  }

  @Test
  void evaluatesAsItIsUsed() {
    var samples = RandomLabelled.of(SEED, 23, 6);
    try (var gradients = GradientGraphs.open(withDropoutAttribute(), OPTIONS, 2)) {
      float[][] values = gradients.start();
      int[] order = IntStream.range(0, 23).toArray();
      BatchLoss measured = gradients.evaluate(samples, values, Progress.none());
      BatchLoss trained =
          gradients.backward(
              samples, order, 0, 23, Dropout.none(gradients), values, gradients.start());
      assertEquals(23, measured.samples());
      assertEquals(trained.correct(), measured.correct());
      assertEquals(trained.mean(), measured.mean(), 1e-6);
    }
  }

  @Test
  void aStepAgainstTheGradientLowersTheLoss() {
    var samples = RandomLabelled.of(SEED, 20, 64);
    int[] order = IntStream.range(0, 20).toArray();
    try (var gradients = GradientGraphs.open(convolutional(), OPTIONS, 2)) {
      float[][] values = gradients.start();
      float[][] result = gradients.start();
      var none = Dropout.none(gradients);
      double before = gradients.backward(samples, order, 0, 20, none, values, result).mean();
      for (int step = 0; step < 50; step++) {
        for (int i = 0; i < values.length; i++) {
          for (int j = 0; j < values[i].length; j++) {
            values[i][j] -= 0.1f * result[i][j];
          }
        }
        gradients.backward(samples, order, 0, 20, none, values, result);
      }
      double after = gradients.evaluate(samples, values, Progress.none()).mean();
      assertTrue(after < before - 0.3, before + " became " + after);
    }
  }

  @Test
  void cancelsAnEvaluation() {
    var cancel = new CancelToken();
    cancel.cancel();
    var samples = RandomLabelled.of(SEED, 23, 6);
    try (var gradients = GradientGraphs.open(withDropoutAttribute(), OPTIONS, 2)) {
      var progress = new TrackedProgress(cancel, state -> {});
      assertThrows(
          CancellationException.class,
          () -> gradients.evaluate(samples, gradients.start(), progress));
    }
  }

  @Test
  void namesTheOperatorWithoutGradient() {
    var net = new SmallNetwork(SEED, 13, 6);
    net.then("Gemm", List.of(net.weights(0.3, 6, 5))).then("Sin");
    Network network = net.classifier(5);
    String sentence = GradientGraphs.obstacle(network).orElseThrow();
    assertEquals(
        "small cannot be retrained: operator Sin (node node Sin_3) has no gradient here; it can"
            + " still be pruned without retraining.",
        sentence);
    var fault = assertThrows(Fault.class, () -> GradientGraphs.open(network, OPTIONS, 1));
    assertEquals(sentence, fault.getMessage());
  }

  @Test
  void operatorsBeforeTheWeightsNeedNoGradient() {
    var net = new SmallNetwork(SEED, 13, 6);
    net.then("Sin").then("Gemm", List.of(net.weights(0.3, 6, 5)));
    Network network = net.classifier(5);
    assertEquals(Optional.empty(), GradientGraphs.obstacle(network));
    NumericalCheck.check(network, 6, Normalization.FROZEN, SEED);
  }

  @Test
  void shapesMayBeComputed() {
    var net = new SmallNetwork(SEED, 13, 2, 3);
    net.then("MatMul", List.of(net.weights(0.5, 3, 4)));
    String tokens = net.last();
    net.then("Shape").then("Gather", List.of(net.integers(0L)), integer("axis", 0));
    net.then("Concat", List.of(net.integers(-1L)), integer("axis", 0));
    net.node("Reshape", List.of(tokens, net.last()));
    NumericalCheck.check(net.classifier(8), 6, Normalization.FROZEN, SEED);
  }

  @Test
  void refusesSamplesThatDoNotFit() {
    try (var gradients = GradientGraphs.open(withDropoutAttribute(), OPTIONS, 1)) {
      var others = RandomLabelled.of(SEED, 5, 7);
      var fault =
          assertThrows(
              Fault.class, () -> gradients.evaluate(others, gradients.start(), Progress.none()));
      assertTrue(fault.getMessage().contains("takes 6 values a sample"), fault.getMessage());
    }
  }
}
