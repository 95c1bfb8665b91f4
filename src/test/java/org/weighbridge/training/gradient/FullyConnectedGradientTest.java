package org.weighbridge.training.gradient;

import static org.weighbridge.training.gradient.SmallNetwork.integer;
import static org.weighbridge.training.gradient.SmallNetwork.real;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullyConnectedGradientTest {
  private static final long SEED = 11;

  @Test
  void perceptron() {
    var net = new SmallNetwork(SEED, 13, 6);
    net.then("Gemm", List.of(net.weights(0.5, 6, 5), net.weights(0.2, 5))).then("Relu");
    check(net, net.classifier(5));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1"})
  void gemmScaledAndTransposed(int transA, int transB) {
    var net = new SmallNetwork(SEED, 13, 6);
    String weights = transB == 1 ? net.weights(0.5, 5, 6) : net.weights(0.5, 6, 5);
    net.then(
        "Gemm",
        List.of(weights, net.weights(0.3, 1, 5)),
        integer("transA", transA),
        integer("transB", transB),
        real("alpha", 0.7),
        real("beta", 1.3));
    check(net, net.classifier(5));
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void gemmOfTransposedSamples(int transB) {
    var net = new SmallNetwork(SEED, 13, 6);
    String weights = transB == 1 ? net.weights(0.5, 5, 6) : net.weights(0.5, 6, 5);
    net.then("Gemm", List.of(net.weights(0.5, 6, 6))); // so that a gradient of A is wanted
    net.then("Transpose", SmallNetwork.integers("perm", 1L, 0L));
    net.then("Gemm", List.of(weights), integer("transA", 1), integer("transB", transB));
    check(net, net.classifier(5));
  }

  @Test
  void weightsOnTheLeft() {
    var net = new SmallNetwork(SEED, 13, 6);
    net.then("Gemm", List.of(net.weights(0.5, 6, 6)));
    String samples = net.last();
    net.node(
        "Gemm",
        List.of(net.weights(0.5, 5, 6), samples, net.weights(0.5, 5, 1)),
        integer("transB", 1));
    net.then("Transpose");
    check(net, net.classifier(5));
  }

  @Test
  void matMulAndAdd() {
    var net = new SmallNetwork(SEED, 13, 6);
    net.then("MatMul", List.of(net.weights(0.5, 6, 5)));
    net.then("Add", List.of(net.weights(0.2, 5))).then("Relu");
    check(net, net.classifier(5));
  }

  @Test
  void matMulOfSequences() {
    var net = new SmallNetwork(SEED, 13, 4, 3);
    net.then("MatMul", List.of(net.weights(0.5, 3, 5)));
    String tokens = net.last();
    net.then("Transpose", SmallNetwork.integers("perm", 0L, 2L, 1L));
    net.node("MatMul", List.of(tokens, net.last()));
    net.then("Softmax", integer("axis", -1));
    net.node("MatMul", List.of(net.last(), tokens));
    check(net, net.classifier(20));
  }

  @Test
  void weightsBehindTranspose() {
    var net = new SmallNetwork(SEED, 13, 6);
    String weights = net.weights(0.5, 5, 6);
    net.node("Transpose", List.of(weights));
    net.node("MatMul", List.of("x", net.last())).then("Relu");
    check(net, net.classifier(5));
  }

  @Test
  void sharedWeights() {
    var net = new SmallNetwork(SEED, 13, 5);
    String weights = net.weights(0.5, 5, 5);
    net.then("MatMul", List.of(weights)).then("Tanh").then("MatMul", List.of(weights));
    check(net, net.classifier(5));
  }

  private static void check(SmallNetwork net, org.weighbridge.network.Network network) {
    NumericalCheck.check(network, net.sampleSize(), Normalization.FROZEN, SEED);
  }
}
