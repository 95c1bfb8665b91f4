package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A network as it is used, with its parameters as inputs. */
final class EvaluationGraph {
  private EvaluationGraph() {}

  static ModelProto of(ForwardGraph forward, TrainingGraph training) {
    Set<String> trained =
        training.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    String input = forward.network().input().name();
    GraphProto.Builder graph = GraphProto.newBuilder().setName("evaluation");
    forward.nodes().forEach(node -> graph.addNode(node.proto()));
    forward.constants().values().stream()
        .filter(tensor -> !trained.contains(tensor.getName()))
        .forEach(graph::addInitializer);
    forward.model().getGraph().getInputList().stream()
        .filter(declared -> declared.getName().equals(input))
        .forEach(graph::addInput);
    for (Parameter parameter : training.parameters()) {
      long[] dims = Arrays.stream(parameter.shape().dims()).asLongStream().toArray();
      graph.addInput(GraphBuilder.declaration(parameter.name(), dims));
    }
    training.model().getGraph().getOutputList().stream()
        .filter(output -> output.getName().equals(forward.scores()))
        .forEach(graph::addOutput);
    return ModelProtos.with(forward.model(), graph.build());
  }
}
