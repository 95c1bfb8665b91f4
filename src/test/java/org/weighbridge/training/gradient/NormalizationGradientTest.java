package org.weighbridge.training.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.weighbridge.training.gradient.SmallNetwork.integers;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.network.Network;
import org.weighbridge.training.gradient.Parameter.Role;

class NormalizationGradientTest {
  private static final long SEED = 14;

  /** Two convolutions with normalizations and a shortcut around them, as residual networks have. */
  private static Network residual() {
    var net = new SmallNetwork(SEED, 13, 2, 5, 5);
    net.then("Conv", List.of(net.weights(0.5, 3, 2, 3, 3)), integers("pads", 1L, 1L, 1L, 1L));
    normalize(net, 3);
    net.then("Relu");
    String shortcut = net.last();
    net.then("Conv", List.of(net.weights(0.5, 3, 3, 3, 3)), integers("pads", 1L, 1L, 1L, 1L));
    normalize(net, 3);
    net.then("Add", List.of(shortcut)).then("Relu").then("GlobalAveragePool");
    return net.classifier(3);
  }

  private static void normalize(SmallNetwork net, long channels) {
    net.then(
        "BatchNormalization",
        List.of(
            net.positive(channels),
            net.weights(0.3, channels),
            net.weights(0.3, channels),
            net.positive(channels)));
  }

  @ParameterizedTest
  @EnumSource
  void residualNetwork(Normalization normalization) {
    NumericalCheck.check(residual(), 50, normalization, SEED);
  }

  @ParameterizedTest
  @EnumSource
  void ofVectors(Normalization normalization) {
    var net = new SmallNetwork(SEED, 13, 6);
    net.then("Gemm", List.of(net.weights(0.5, 6, 5)));
    normalize(net, 5);
    NumericalCheck.check(net.classifier(5), 6, normalization, SEED);
  }

  @Test
  void frozenStatisticsAreNotParameters() {
    var frozen = GradientOptions.of(Normalization.FROZEN);
    try (var gradients = GradientGraphs.open(residual(), frozen, 1)) {
      assertEquals(0, statistics(gradients).length);
    }
  }

  /** Of a normalization of the samples themselves both are easily computed by hand. */
  @Test
  void statisticsOfTheBatchAreReported() {
    var net = new SmallNetwork(SEED, 13, 4);
    normalize(net, 4);
    Network network = net.classifier(4);
    var samples = RandomLabelled.of(SEED, 6, 4);
    float[] values = new float[4];
    double[] means = new double[4];
    double[] variances = new double[4];
    // two shards of three samples: the mean of what each of them shows
    for (int shard = 0; shard < 2; shard++) {
      for (int unit = 0; unit < 4; unit++) {
        double sum = 0;
        double squares = 0;
        for (int i = 3 * shard; i < 3 * shard + 3; i++) {
          samples.read(i, values, 0);
          sum += values[unit] / 3.0;
          squares += values[unit] * (double) values[unit] / 3;
        }
        means[unit] += sum / 2;
        variances[unit] += (squares - sum * sum) / 2;
      }
    }
    var options = new GradientOptions(Normalization.TRAINED, 3);
    try (var gradients = GradientGraphs.open(network, options, 2)) {
      float[][] result = gradients.start();
      int[] order = IntStream.range(0, 6).toArray();
      var none = Dropout.none(gradients);
      gradients.backward(samples, order, 0, 6, none, gradients.start(), result);
      int[] places = statistics(gradients);
      assertArrayEquals(floats(means), result[places[0]], 1e-6f);
      assertArrayEquals(floats(variances), result[places[1]], 1e-6f);
    }
  }

  private static float[] floats(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static int[] statistics(Gradients gradients) {
    return IntStream.range(0, gradients.parameters().size())
        .filter(i -> gradients.parameters().get(i).role() == Role.STATISTIC)
        .toArray();
  }
}
