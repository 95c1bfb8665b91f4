package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;

/** Which constants may be coded with a bound although they are no layer's weights. */
class SmallTensorFinderTest {
  @Test
  void findsTheBiasesOfLayers() {
    assertEquals("Gemm fc1.bias 7; Gemm fc2.bias 3", found(TestModels.mlp(1, 5, 7, 3)));
    assertEquals("Conv conv1.bias 4; Gemm fc.bias 10", found(TestModels.conv(1)));
    assertEquals("Add b1 6; Add b2 3", found(TestModels.matMul(1, 5, 6, 3)));
  }

  @Test
  void findsNormalizationsButNotTheirVariance() {
    var builder =
        builder()
            .weight("scale", 4)
            .weight("shift", 4)
            .weight("mean", 4)
            .weight("variance", 4)
            .node("BatchNormalization", List.of("h", "scale", "shift", "mean", "variance"), "y");
    assertEquals(
        "BatchNormalization scale 4; BatchNormalization shift 4; BatchNormalization mean 4",
        found(builder));
  }

  @Test
  void findsBiasesInConstantNodes() {
    assertEquals("Add b 4", found(builder().constant("b", 4).node("Add", List.of("b", "h"), "y")));
  }

  @Test
  void leavesNumbersThatSteer() {
    var builder =
        builder()
            .weight("epsilon", 1, 1)
            .weight("limit", 4)
            .weight("power", 4)
            .weight("slope", 4)
            .weight("u", 4)
            .weight("v", 4)
            .weight("factor", 4)
            .node("Add", List.of("h", "epsilon"), "a")
            .node("Max", List.of("a", "limit"), "b")
            .node("Pow", List.of("b", "power"), "c")
            .node("PRelu", List.of("c", "slope"), "d")
            .node("Add", List.of("u", "v"), "uv")
            .node("Mul", List.of("d", "factor"), "e")
            .node("Add", List.of("e", "uv"), "y");
    assertEquals("", found(builder));
  }

  @Test
  void leavesWhatHasAnotherUse() {
    var twice =
        builder()
            .weight("b", 4)
            .node("Add", List.of("h", "b"), "a")
            .node("Max", List.of("a", "b"), "y");
    assertEquals("", found(twice));
    var output = builder().weight("b", 4).node("Add", List.of("h", "b"), "y").output("b", 4);
    assertEquals("", found(output));
    var both = builder().node("Add", List.of("h", "w"), "y");
    assertEquals("", found(both), "w is a layer's");
  }

  @Test
  void leavesEverythingBesideNodesWithBodies() {
    var builder = builder().weight("b", 4).node("Add", List.of("h", "b"), "y");
    var body =
        AttributeProto.newBuilder()
            .setName("then_branch")
            .setType(AttributeProto.AttributeType.GRAPH)
            .setG(GraphProto.newBuilder().addNode(NodeProto.newBuilder().setOpType("Neg")));
    builder
        .graph()
        .addNode(
            NodeProto.newBuilder().setOpType("If").addInput("c").addOutput("z").addAttribute(body));
    assertEquals("", found(builder));
  }

  @Test
  void leavesOperatorsOfOtherDomainsAndOtherTypes() {
    var builder = builder().weight("b", 4).node("Gemm", List.of("h", "w", "b"), "y");
    builder.graph().getNodeBuilderList().getLast().setDomain("com.example");
    assertEquals("", found(builder));
    var integers = builder().integers("b", 1, 2, 3).node("Add", List.of("h", "b"), "y");
    assertEquals("", found(integers));
  }

  private static ModelBuilder builder() {
    return new ModelBuilder(1)
        .input("x", -1, 4)
        .weight("w", 4, 4)
        .node("MatMul", List.of("x", "w"), "h");
  }

  private static String found(ModelBuilder builder) {
    return found(NetworkFiles.of(builder.output("y", -1, 4).build(), "test"));
  }

  private static String found(Network network) {
    return network.smallTensors().stream()
        .map(t -> t.operator() + " " + t.id() + " " + t.values().shape())
        .collect(Collectors.joining("; "));
  }
}
