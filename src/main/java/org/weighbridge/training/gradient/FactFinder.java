package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.weighbridge.job.Progress;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.runtime.OnnxRuntime;
import org.weighbridge.runtime.Run;

/** Runs a graph once to see the shapes of all it computes. */
final class FactFinder {
  private static final int SHORT = 64;

  private FactFinder() {}

  static Facts find(ForwardGraph graph, long... inputDims) {
    Map<String, long[]> shapes = new HashMap<>();
    Map<String, long[]> integers = new HashMap<>();
    for (TensorProto tensor : graph.constants().values()) {
      shapes.put(tensor.getName(), Constants.dims(tensor));
      Constants.integers(tensor)
          .filter(values -> values.length <= SHORT)
          .ifPresent(values -> integers.put(tensor.getName(), values));
    }
    String input = graph.network().input().name();
    shapes.put(input, inputDims);
    Set<String> computed = new HashSet<>();
    graph.nodes().forEach(node -> computed.addAll(node.proto().getOutputList()));
    computed.remove("");
    GraphProto.Builder all = graph.model().getGraph().toBuilder().clearOutput();
    computed.forEach(name -> all.addOutput(ValueInfoProto.newBuilder().setName(name)));
    String name = graph.network().name();
    var model = graph.model().toBuilder().setGraph(all).build();
    try (var session = OnnxRuntime.open(name, model, Map.of(), OnnxRuntime.Use.LARGE);
        var zeros = new NativeTensor(inputDims);
        var run = new Run(Progress.none(), () -> false);
        var result = session.run(Map.of(input, zeros.tensor()), computed, run)) {
      for (var entry : result) {
        if (entry.getValue() instanceof OnnxTensor tensor) {
          var info = tensor.getInfo();
          shapes.put(entry.getKey(), info.getShape());
          if (info.type == OnnxJavaType.INT64 && info.getNumElements() <= SHORT) {
            long[] values = new long[(int) info.getNumElements()];
            tensor.getLongBuffer().get(values);
            integers.put(entry.getKey(), values);
          }
        }
      }
    }
    return new Facts(shapes, integers);
  }
}
