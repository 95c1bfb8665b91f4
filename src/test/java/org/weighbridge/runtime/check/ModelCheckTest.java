package org.weighbridge.runtime.check;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;

class ModelCheckTest {
  @Test
  void aGraphPassesWhateverTheOrderOfItsNodes() {
    passes(graph(node("Relu", "h", "x"), node("Relu", "y", "h")));
    passes(graph(node("Relu", "y", "h"), node("Relu", "h", "x")));
    passes(graph(node("Clip", "y", "x", "", "")));
  }

  @Test
  void namesAreMadeOnceAndAreThere() {
    refused("reads nowhere, which nothing makes", graph(node("Add", "y", "x", "nowhere")));
    refused("y is made twice", graph(node("Relu", "y", "x"), node("Relu", "y", "x")));
    refused("x is made twice", graph(node("Relu", "x", "x")));
    refused("nothing makes its output y", graph(node("Relu", "z", "x")));
    refused("in a circle", graph(node("Add", "y", "x", "z"), node("Relu", "z", "y")));
    refused("in a circle", graph(node("Add", "y", "x", "y")));
  }

  @Test
  void bodiesSeeWhatIsAroundThem() {
    var body = GraphProto.newBuilder().addNode(node("Relu", "in", "late")).addOutput(named("in"));
    passes(graph(with(node("If", "y", "x"), body), node("Relu", "late", "x")));
    refused("in a circle", graph(with(node("If", "late", "x"), body), node("Relu", "y", "late")));
    var blind = GraphProto.newBuilder().addNode(node("Relu", "in", "gone")).addOutput(named("in"));
    refused("gone, which nothing makes", graph(with(node("If", "y", "x"), blind)));
  }

  @Test
  void bodiesLieInEachOtherOnlySoDeep() {
    var body = GraphProto.newBuilder().addNode(node("Relu", "in", "x")).addOutput(named("in"));
    for (int i = 0; i < 40; i++) {
      body =
          GraphProto.newBuilder()
              .addNode(with(node("If", "in" + i, "x"), body))
              .addOutput(named("in" + i));
    }
    refused("more than 32 deep", graph(with(node("If", "y", "x"), body)));
  }

  @Test
  void operatorsAreThoseOfOnnxOrFunctions() {
    refused("domain evil", graph(node("Relu", "y", "x").setDomain("evil")));
    var call = graph(node("F", "y", "x").setDomain("mine"));
    passes(call.addFunctions(function("F", node("Relu", "q", "p"))));
  }

  @Test
  void functionsCallEachOtherOnlySoOften() {
    var itself = function("F", node("F", "q", "p").setDomain("mine"));
    refused("F calls itself", graph(node("F", "y", "x").setDomain("mine")).addFunctions(itself));
    var model = graph(node("F19", "y", "x").setDomain("mine"));
    model.addFunctions(function("F0", node("Relu", "q", "p")));
    for (int i = 1; i < 20; i++) {
      String before = "F" + (i - 1);
      model.addFunctions(
          function(
              "F" + i,
              node(before, "r", "p").setDomain("mine"),
              node(before, "q", "r").setDomain("mine")));
    }
    refused("more than 100,000 nodes", model);
  }

  @Test
  void attributesAndTypesAreSaidOnce() {
    var number = AttributeProto.newBuilder().setName("axis").setI(1);
    refused(
        "attribute axis twice",
        graph(node("Softmax", "y", "x").addAttribute(number).addAttribute(number)));
    var untyped = graph(node("Relu", "y", "x"));
    untyped.getGraphBuilder().getInputBuilder(0).clearType();
    refused("its input x has no type", untyped);
  }

  @Test
  void dataElsewhereIsHandedOver() {
    var tensor =
        TensorProto.newBuilder().setName("w").setDataLocation(TensorProto.DataLocation.EXTERNAL);
    var model = graph(node("MatMul", "y", "x", "w"));
    model.getGraphBuilder().addInitializer(tensor);
    refused("w has its data elsewhere", model);
    assertDoesNotThrow(() -> ModelCheck.check("net", model.build(), Set.of("w")));
  }

  @Test
  void fewBytesMakeNoGigabytes() {
    refused(
        "ConstantOfShape", sized(List.of(1L << 20, 1L << 20), node("ConstantOfShape", "b", "s")));
    refused("Expand", sized(List.of(1L << 20, 1L << 20), node("Expand", "b", "x", "s")));
    refused("Tile", sized(List.of(1L << 20, 1L << 20), node("Tile", "b", "x", "s")));
    refused("Pad", sized(List.of(0L, 1L << 31, 0L, 1L << 31), node("Pad", "b", "x", "s")));
    refused("Resize", sized(List.of(1L << 20, 1L << 20), node("Resize", "b", "x", "", "", "s")));
    refused("OneHot", sized(List.of(1L << 40), node("OneHot", "b", "x", "s", "x")));
    passes(sized(List.of(1L << 10, 1L << 10), node("ConstantOfShape", "b", "s")));
  }

  @Test
  void doublingAgainAndAgainIsSeen() {
    var model = graph(node("Relu", "c0", "x"));
    for (int i = 1; i <= 40; i++) {
      String before = "c" + (i - 1);
      model.getGraphBuilder().addNode(node("Concat", "c" + i, before, before));
    }
    model.getGraphBuilder().addNode(node("Relu", "y", "c40"));
    refused("Concat", model);
  }

  private static ModelProto.Builder sized(List<Long> shape, NodeProto.Builder node) {
    var model = graph(node, node("Add", "y", "x", "b"));
    model
        .getGraphBuilder()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("s")
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(shape.size())
                .addAllInt64Data(shape));
    return model;
  }

  private static ModelProto.Builder graph(NodeProto.Builder... nodes) {
    var graph = GraphProto.newBuilder().addInput(named("x")).addOutput(named("y"));
    for (var node : nodes) {
      graph.addNode(node);
    }
    return ModelProto.newBuilder().setGraph(graph);
  }

  private static NodeProto.Builder node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(List.of(inputs))
        .addOutput(output);
  }

  private static NodeProto.Builder with(NodeProto.Builder node, GraphProto.Builder body) {
    return node.addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(body));
  }

  private static FunctionProto.Builder function(String name, NodeProto.Builder... nodes) {
    var function =
        FunctionProto.newBuilder().setName(name).setDomain("mine").addInput("p").addOutput("q");
    for (var node : nodes) {
      function.addNode(node);
    }
    return function;
  }

  private static ValueInfoProto.Builder named(String name) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE)));
  }

  private static void passes(ModelProto.Builder model) {
    assertDoesNotThrow(() -> ModelCheck.check("net", model.build(), Set.of()));
  }

  private static void refused(String why, ModelProto.Builder model) {
    var fault = assertThrows(Fault.class, () -> ModelCheck.check("net", model.build(), Set.of()));
    assertTrue(fault.sentence().startsWith("Cannot run net: "), fault.sentence());
    assertTrue(fault.sentence().contains(why), fault.sentence());
  }
}
