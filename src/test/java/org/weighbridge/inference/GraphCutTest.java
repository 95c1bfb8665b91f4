package org.weighbridge.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighbridge.network.ModelBuilder;

class GraphCutTest {
  /** Two fully connected layers, then one whose result is added to what it was given. */
  private static ModelBuilder residual() {
    return new ModelBuilder(1)
        .input("x", -1, 1, 4)
        .integers("flat", 0, -1)
        .weight("w1", 4, 3)
        .weight("w2", 3, 3)
        .weight("w3", 3, 3)
        .weight("w4", 3, 2)
        .node("Reshape", List.of("x", "flat"), "rows")
        .node("MatMul", List.of("rows", "w1"), "a")
        .node("MatMul", List.of("a", "w2"), "b")
        .node("MatMul", List.of("b", "w3"), "c")
        .node("Add", List.of("c", "a"), "sum")
        .node("MatMul", List.of("sum", "w4"), "y")
        .node("Neg", List.of("y"), "unused")
        .output("y", -1, 2)
        .output("unused", -1, 2);
  }

  private static GraphCut cut(ModelProto model, String... weights) {
    return GraphCut.before(Set.of(weights), model, "y", Set.of("w1", "w2", "w3", "w4"));
  }

  private static List<String> operators(ModelProto model) {
    return model.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
  }

  private static List<String> initializers(ModelProto model) {
    return model.getGraph().getInitializerList().stream().map(tensor -> tensor.getName()).toList();
  }

  private static ValueInfoProto named(String name) {
    return ValueInfoProto.newBuilder().setName(name).build();
  }

  @Test
  void cutsAChainAtOneTensor() {
    GraphCut cut = cut(residual().build(), "w4");
    assertEquals(List.of("sum"), cut.boundary());
    assertEquals(List.of("Reshape", "MatMul", "MatMul", "MatMul", "Add"), operators(cut.prefix()));
    ModelProto suffix = cut.suffix();
    assertEquals(List.of("MatMul"), operators(suffix));
    assertEquals(List.of("w4"), initializers(suffix));
    assertEquals(List.of(named("y")), suffix.getGraph().getOutputList());
  }

  @Test
  void cutsAResidualBlockAtTwo() {
    GraphCut cut = cut(residual().build(), "w3");
    assertEquals(List.of("b", "a"), cut.boundary());
    assertEquals(List.of("flat", "w1", "w2"), initializers(cut.prefix()));
    ModelProto suffix = cut.suffix();
    assertEquals(List.of("MatMul", "Add", "MatMul"), operators(suffix));
    assertEquals(List.of("w3", "w4"), initializers(suffix));
  }

  @Test
  void cutsInFrontOfTheFirstOfSeveral() {
    assertEquals(List.of("b", "a"), cut(residual().build(), "w4", "w3").boundary());
    assertEquals(List.of("a"), cut(residual().build(), "w2", "w3", "w4").boundary());
    assertTrue(cut(residual().build(), "w4", "w1").atInput());
  }

  @Test
  void leavesBranchesAsideThatNoneOfSeveralReaches() {
    ModelProto model =
        new ModelBuilder(1)
            .input("x", -1, 3)
            .weight("w1", 3, 3)
            .weight("w2", 3, 3)
            .weight("w3", 3, 3)
            .weight("w4", 3, 3)
            .node("MatMul", List.of("x", "w1"), "a")
            .node("MatMul", List.of("a", "w2"), "b")
            .node("MatMul", List.of("a", "w3"), "c")
            .node("Add", List.of("b", "c"), "sum")
            .node("MatMul", List.of("sum", "w4"), "y")
            .output("y", -1, 3)
            .build();
    GraphCut cut = cut(model, "w3", "w4");
    assertEquals(List.of("a", "b"), cut.boundary());
    assertEquals(List.of("w1", "w2"), initializers(cut.prefix()));
    assertEquals(List.of("a"), cut(model, "w3", "w2").boundary());
  }

  @Test
  void cutsAtTheInputWhereNothingLearntLiesBefore() {
    GraphCut cut = cut(residual().build(), "w1");
    assertTrue(cut.atInput());
    assertEquals(List.of("x"), cut.boundary());
    assertEquals(List.of("x"), cut.passed());
    assertEquals(List.of("flat", "w1", "w2", "w3", "w4"), initializers(cut.suffix()));
  }

  @Test
  void passesTheInputOnWhereTheSuffixUsesItToo() {
    ModelProto model =
        new ModelBuilder(1)
            .input("x", -1, 3)
            .weight("w1", 3, 3)
            .weight("w2", 3, 3)
            .node("MatMul", List.of("x", "w1"), "a")
            .node("MatMul", List.of("a", "w2"), "b")
            .node("Add", List.of("b", "x"), "y")
            .output("y", -1, 3)
            .build();
    GraphCut cut = cut(model, "w2");
    assertEquals(List.of("a", "x"), cut.boundary());
    assertEquals(List.of("a"), cut.computed());
    assertEquals(List.of("x"), cut.passed());
    assertEquals(List.of("MatMul"), operators(cut.prefix()));
  }

  @Test
  void keepsConstantsOnBothSides() {
    ModelProto model =
        new ModelBuilder(1)
            .input("x", -1, 3)
            .constant("bias", 3)
            .weight("w1", 3, 3)
            .weight("w2", 3, 3)
            .node("MatMul", List.of("x", "w1"), "a")
            .node("Add", List.of("a", "bias"), "b")
            .node("MatMul", List.of("b", "w2"), "c")
            .node("Add", List.of("c", "bias"), "y")
            .output("y", -1, 3)
            .build();
    GraphCut cut = cut(model, "w2");
    assertEquals(List.of("b"), cut.boundary());
    assertEquals(List.of("Constant", "MatMul", "Add"), operators(cut.prefix()));
    assertEquals(List.of("Constant", "MatMul", "Add"), operators(cut.suffix()));
  }

  @Test
  void followsAWeightThroughATranspose() {
    ModelProto model =
        new ModelBuilder(1)
            .input("x", -1, 3)
            .weight("w1", 3, 3)
            .weight("w2", 2, 3)
            .node("Transpose", List.of("w2"), "turned")
            .node("MatMul", List.of("x", "w1"), "a")
            .node("MatMul", List.of("a", "turned"), "y")
            .output("y", -1, 2)
            .build();
    GraphCut cut = cut(model, "w2");
    assertEquals(List.of("a"), cut.boundary());
    assertEquals(List.of("MatMul"), operators(cut.prefix()));
  }

  @Test
  void seesWhatBodiesOfOtherOperatorsCapture() {
    GraphProto body =
        GraphProto.newBuilder()
            .setName("body")
            .addNode(
                NodeProto.newBuilder().setOpType("Add").addInput("a").addInput("c").addOutput("s"))
            .addOutput(named("s"))
            .build();
    var branch =
        AttributeProto.newBuilder()
            .setName("then_branch")
            .setType(AttributeProto.AttributeType.GRAPH)
            .setG(body)
            .build();
    var builder =
        new ModelBuilder(1)
            .input("x", -1, 3)
            .weight("condition", 1)
            .weight("w1", 3, 3)
            .weight("w2", 3, 3)
            .node("MatMul", List.of("x", "w1"), "a")
            .node("MatMul", List.of("a", "w2"), "c")
            .node("If", List.of("condition"), "y", branch)
            .output("y", -1, 3);
    GraphCut cut = cut(builder.build(), "w2");
    assertEquals(List.of("a"), cut.boundary());
    assertEquals(List.of("MatMul", "If"), operators(cut.suffix()));
  }
}
