package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.network.ModelBuilder.integer;
import static org.weighbridge.network.ModelBuilder.integers;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.ModelBuilder;
import org.weighbridge.network.TestModels;

/** Which constants are layers, and which of their axes counts the outputs. */
class LayerFinderTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, x, w, 1", "0, 1, x, w, 0", "1, 0, x, w, 1", "1, 1, x, w, 0",
    "0, 0, w, x, 0", "0, 1, w, x, 0", "1, 0, w, x, 1", "1, 1, w, x, 1"
  })
  void readsGemmFromEitherSide(int transA, int transB, String a, String b, int outputAxis) {
    var builder =
        builder()
            .weight("w", 4, 5)
            .node("Gemm", List.of(a, b), "y", integer("transA", transA), integer("transB", transB));
    assertEquals("Gemm w 4 × 5 axis " + outputAxis, layers(builder));
  }

  @Test
  void readsMatMulFromEitherSide() {
    assertEquals(
        "MatMul w 4 × 5 axis 1",
        layers(builder().weight("w", 4, 5).node("MatMul", List.of("x", "w"), "y")));
    assertEquals(
        "MatMul w 4 × 5 axis 0",
        layers(builder().weight("w", 4, 5).node("MatMul", List.of("w", "x"), "y")));
    assertEquals(
        "MatMul w 2 × 4 × 5 axis 2",
        layers(builder().weight("w", 2, 4, 5).node("MatMul", List.of("x", "w"), "y")));
    assertEquals(
        "MatMul w 2 × 4 × 5 axis 1",
        layers(builder().weight("w", 2, 4, 5).node("MatMul", List.of("w", "x"), "y")));
  }

  @Test
  void readsConvOfAnyRank() {
    for (long[] dims : new long[][] {{6, 2, 3}, {6, 2, 3, 3}, {6, 2, 3, 3, 3}}) {
      var builder =
          builder().weight("w", dims).node("Conv", List.of("x", "w"), "y", integer("group", 2));
      assertTrue(layers(builder).matches("Conv w 6 × 2 × 3.* axis 0"), layers(builder));
    }
  }

  @Test
  void takesAWeightUsedTwiceOnce() {
    var builder =
        builder()
            .weight("w", 4, 4)
            .weight("v", 4, 4)
            .node("MatMul", List.of("x", "w"), "a")
            .node("MatMul", List.of("a", "v"), "b")
            .node("Gemm", List.of("b", "w"), "y", integer("transB", 1));
    assertEquals("MatMul w 4 × 4 axis 1; MatMul v 4 × 4 axis 1", layers(builder));
  }

  @Test
  void takesBothFactorsOfAFactoredWeight() {
    var builder =
        builder()
            .weight("u", 8, 2)
            .weight("v", 2, 5)
            .node("MatMul", List.of("u", "v"), "w")
            .node("MatMul", List.of("x", "w"), "y");
    assertEquals("MatMul u 8 × 2 axis 0; MatMul v 2 × 5 axis 1", layers(builder));
  }

  @Test
  void looksThroughIdentityAndTranspose() {
    var straight =
        builder()
            .weight("w", 4, 5)
            .node("Identity", List.of("w"), "i")
            .node("MatMul", List.of("x", "i"), "y");
    assertEquals("MatMul w 4 × 5 axis 1", layers(straight));
    var turned =
        builder()
            .weight("w", 5, 4)
            .node("Transpose", List.of("w"), "t")
            .node("MatMul", List.of("x", "t"), "y");
    assertEquals("MatMul w 5 × 4 axis 0", layers(turned));
    var twice =
        builder()
            .weight("w", 2, 3, 4)
            .node("Transpose", List.of("w"), "t", integers("perm", List.of(1L, 2L, 0L)))
            .node("Transpose", List.of("t"), "u", integers("perm", List.of(2L, 0L, 1L)))
            .node("MatMul", List.of("x", "u"), "y");
    assertEquals("MatMul w 2 × 3 × 4 axis 2", layers(twice));
  }

  @Test
  void mistrustsABrokenPermutation() {
    for (var perm : List.of(List.of(0L, 0L), List.of(0L), List.of(1L, 2L), List.of(-1L, 0L))) {
      var builder =
          builder()
              .weight("w", 5, 4)
              .node("Transpose", List.of("w"), "t", integers("perm", perm))
              .node("MatMul", List.of("x", "t"), "y");
      assertThrows(Fault.class, () -> NetworkFiles.of(builder.build(), "broken"), perm.toString());
    }
  }

  @Test
  void findsConstantNodes() {
    var network = TestModels.constantNodes(1, 20, 8, 3);
    assertEquals(
        List.of("w1", "w2"), network.layers().stream().map(layer -> layer.name()).toList());
    assertEquals(20 * 8 + 8 * 3, network.parameters());
  }

  @Test
  void leavesEverythingElseAlone() {
    var builder =
        builder()
            .weight("w", 4, 5)
            .weight("vector", 5)
            .weight("factor", 5, 5)
            .weight("empty", 0, 5)
            .weight("foreign", 5, 5)
            .weight("transposed", 5, 5, 3)
            .integers("helper", 1, 2);
    builder
        .graph()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("double")
                .setDataType(11)
                .addDims(1)
                .addDims(1)
                .addDoubleData(1))
        .addInitializer(
            TensorProto.newBuilder()
                .setName("half")
                .setDataType(10)
                .addDims(1)
                .addDims(1)
                .addInt32Data(1));
    builder
        .node("MatMul", List.of("x", "w"), "a")
        .node("MatMul", List.of("a", "vector"), "b")
        .node("Mul", List.of("a", "factor"), "c")
        .node("MatMul", List.of("empty", "a"), "d")
        .node("MatMul", List.of("a", "helper"), "e")
        .node("MatMul", List.of("a", "double"), "f")
        .node("MatMul", List.of("a", "half"), "g")
        .node("ConvTranspose", List.of("a", "transposed"), "h")
        .node("Conv", List.of("a", "factor"), "i")
        .node("Conv", List.of("a"), "j");
    builder
        .graph()
        .addNode(
            NodeProto.newBuilder()
                .setDomain("com.example")
                .setOpType("MatMul")
                .addInput("a")
                .addInput("foreign")
                .addOutput("y"));
    assertEquals("MatMul w 4 × 5 axis 1", layers(builder));
  }

  @Test
  void leavesSubgraphsAlone() {
    var body =
        GraphProto.newBuilder()
            .addInitializer(ModelBuilder.raw("inner", new float[4], 2, 2))
            .addNode(
                NodeProto.newBuilder()
                    .setOpType("MatMul")
                    .addInput("x")
                    .addInput("inner")
                    .addOutput("o"))
            .addNode(
                NodeProto.newBuilder()
                    .setOpType("MatMul")
                    .addInput("x")
                    .addInput("outer")
                    .addOutput("p"));
    var then =
        AttributeProto.newBuilder()
            .setName("then_branch")
            .setType(AttributeProto.AttributeType.GRAPH)
            .setG(body)
            .build();
    var builder =
        builder()
            .weight("w", 4, 5)
            .weight("outer", 4, 5)
            .weight("unused", 7, 7)
            .node("MatMul", List.of("x", "w"), "a")
            .node("If", List.of("a"), "y", then);
    assertEquals("MatMul w 4 × 5 axis 1", layers(builder));
    assertEquals(20 + 20 + 4, NetworkFiles.of(builder.build(), "if").parameters());
  }

  @Test
  void doesNotCountRunningStatistics() {
    var builder =
        builder()
            .weight("w", 4, 5)
            .weight("scale", 5)
            .weight("shift", 5)
            .weight("mean", 5)
            .weight("var", 5)
            .node("MatMul", List.of("x", "w"), "a")
            .node("BatchNormalization", List.of("a", "scale", "shift", "mean", "var"), "y");
    assertEquals(20 + 5 + 5, NetworkFiles.of(builder.build(), "bn").parameters());
  }

  private static ModelBuilder builder() {
    return new ModelBuilder(1).input("x", -1, 4).output("y", -1, 5);
  }

  private static String layers(ModelBuilder builder) {
    return NetworkFiles.of(builder.build(), "test").layers().stream()
        .map(
            layer ->
                layer.operator()
                    + " "
                    + layer.name()
                    + " "
                    + layer.shape()
                    + " axis "
                    + layer.outputAxis())
        .collect(Collectors.joining("; "));
  }
}
