package org.weighbridge.training.gradient;

import static org.weighbridge.training.gradient.SmallNetwork.integer;
import static org.weighbridge.training.gradient.SmallNetwork.integers;
import static org.weighbridge.training.gradient.SmallNetwork.real;
import static org.weighbridge.training.gradient.SmallNetwork.text;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.network.Network;

class ElementwiseGradientTest {
  private static final long SEED = 13;

  private static SmallNetwork begin(int opset) {
    var net = new SmallNetwork(SEED, opset, 6);
    net.then("Gemm", List.of(net.weights(0.9, 6, 8), net.weights(0.2, 8)));
    return net;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Relu",
        "LeakyRelu",
        "Sigmoid",
        "Tanh",
        "Elu",
        "Selu",
        "HardSigmoid",
        "HardSwish",
        "Softplus",
        "Softsign",
        "Erf",
        "Neg",
        "Identity"
      })
  void activation(String operator) {
    var net = begin(14);
    net.then(operator);
    check(net, net.classifier(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "tanh"})
  void gelu(String approximate) {
    var net = begin(20);
    net.then("Gelu", text("approximate", approximate));
    check(net, net.classifier(8));
  }

  @Test
  void steepness() {
    var net = begin(13);
    net.then("Elu", real("alpha", 0.6)).then("LeakyRelu", real("alpha", 0.3));
    net.then("HardSigmoid", real("alpha", 0.3), real("beta", 0.4));
    net.then("Selu", real("alpha", 1.2), real("gamma", 0.8));
    check(net, net.classifier(8));
  }

  @Test
  void limitsAsInputs() {
    var net = begin(13);
    net.then("Clip", List.of(net.floats(List.of(-0.4f)), net.floats(List.of(0.6f))));
    check(net, net.classifier(8));
  }

  @Test
  void limitsAsAttributes() {
    var net = begin(10);
    net.then("Clip", real("min", -0.4), real("max", 0.6));
    check(net, net.classifier(8));
  }

  @Test
  void slopePerChannel() {
    var net = begin(13);
    net.then("PRelu", List.of(net.positive(8)));
    check(net, net.classifier(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Sub", "Mul", "Div"})
  void twoComputedTensors(String operator) {
    var net = begin(13);
    String a = net.last();
    net.then("Sigmoid").then("Add", List.of(net.floats(List.of(0.5f))));
    net.node(operator, List.of(a, net.last()));
    check(net, net.classifier(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Sub", "Mul", "Div"})
  void broadcast(String operator) {
    var net = new SmallNetwork(SEED, 13, 2, 4);
    net.then("MatMul", List.of(net.weights(0.9, 4, 4)));
    String a = net.last();
    net.then("ReduceMean", integers("axes", 1L), integer("keepdims", 1)).then("Sigmoid");
    String b = net.last();
    net.node(operator, List.of(a, b));
    String one = net.last();
    net.node("Sigmoid", List.of(a)).node(operator, List.of(b, net.last()));
    net.node("Add", List.of(one, net.last()));
    check(net, net.classifier(8));
  }

  @ParameterizedTest
  @CsvSource({"Softmax, 13, 1", "LogSoftmax, 13, 2", "Softmax, 11, 1", "LogSoftmax, 11, 1"})
  void softmaxInTheMiddle(String operator, int opset, int axis) {
    var net = new SmallNetwork(SEED, opset, 3, 4);
    net.then("MatMul", List.of(net.weights(0.9, 4, 4)));
    net.then(operator, integer("axis", axis));
    check(net, net.classifier(12));
  }

  @ParameterizedTest
  @CsvSource({"Softmax, 13", "LogSoftmax, 13", "Softmax, 11"})
  void softmaxAtTheEnd(String operator, int opset) {
    var net = begin(opset);
    net.then("Relu").then("Gemm", List.of(net.weights(0.5, 8, 3), net.weights(0.1, 3)));
    net.then(operator, integer("axis", 1));
    check(net, net.network());
  }

  @ParameterizedTest
  @CsvSource({"11, 1", "13, 0", "18, 1"})
  void meansOfAxes(int opset, int keep) {
    var net = new SmallNetwork(SEED, opset, 3, 4);
    net.then("MatMul", List.of(net.weights(0.9, 4, 5))).then("Tanh");
    if (opset < 18) {
      net.then("ReduceMean", integers("axes", -2L), integer("keepdims", keep));
    } else {
      net.then("ReduceMean", List.of(net.integers(1L)), integer("keepdims", keep));
    }
    check(net, net.classifier(5));
  }

  @Test
  void shapes() {
    var net = begin(13);
    net.then("Reshape", List.of(net.integers(0L, 2L, -1L)));
    net.then("Unsqueeze", List.of(net.integers(1L))).then("Transpose", perm(0, 3, 1, 2));
    net.then("Squeeze", List.of(net.integers(2L))).then("Identity");
    check(net, net.classifier(8));
  }

  @Test
  void partsSideBySide() {
    var net = new SmallNetwork(SEED, 13, 2, 4);
    net.then("MatMul", List.of(net.weights(0.9, 4, 4)));
    String a = net.last();
    String b = net.then("Tanh").last();
    net.node("Concat", List.of(a, "x", b), integer("axis", -2));
    check(net, net.classifier(24));
  }

  @ParameterizedTest
  @CsvSource({"0, 7, 1", "1, 6, 2", "-5, 100, 3", "2, 3, 4"})
  void slices(long from, long to, long step) {
    var net = new SmallNetwork(SEED, 13, 2, 7);
    net.then("MatMul", List.of(net.weights(0.9, 7, 7)));
    net.then(
        "Slice",
        List.of(
            net.integers(1L, from),
            net.integers(2L, to),
            net.integers(1L, -1L),
            net.integers(1L, step)));
    long start = from < 0 ? from + 7 : from;
    check(net, net.classifier((int) Math.ceilDiv(Math.min(to, 7) - start, step)));
  }

  @Test
  void pads() {
    var net = new SmallNetwork(SEED, 13, 2, 4);
    net.then("MatMul", List.of(net.weights(0.9, 4, 4)));
    net.then("Pad", List.of(net.integers(0L, 1L, 2L, 0L, 0L, -1L)));
    check(net, net.classifier(15));
  }

  @Test
  void olderForms() {
    var net = new SmallNetwork(SEED, 9, 2, 4);
    net.then("MatMul", List.of(net.weights(0.9, 4, 4)), new AttributeProto[0]);
    net.then("Add", List.of(net.weights(0.5, 2, 4)));
    net.then("Pad", integers("pads", 0L, 1L, 0L, 0L, 0L, 1L));
    net.then("Slice", integers("starts", 0L), integers("ends", 4L), integers("axes", 2L));
    net.then("Unsqueeze", integers("axes", 1L)).then("Squeeze", integers("axes", 1L));
    check(net, net.classifier(12));
  }

  private static AttributeProto perm(long... axes) {
    return integers("perm", java.util.Arrays.stream(axes).boxed().toArray(Long[]::new));
  }

  private static void check(SmallNetwork net, Network network) {
    NumericalCheck.check(network, net.sampleSize(), Normalization.FROZEN, SEED);
  }
}
