package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Network;
import org.weighbridge.runtime.OnnxRuntime;
import org.weighbridge.runtime.Run;

/**
 * What one batch of the fewest samples shows of every tensor that a graph computes.
 *
 * @param declared how a tensor is declared as an input of a slice; without those that cannot be
 * @param largest the bytes that the largest tensor takes for one sample
 */
record Probe(Map<String, ValueInfoProto> declared, long largest) {
  /**
   * Runs the graph once.
   *
   * @param model the network's graph, its weights as stubs
   * @param samples one sample, or as many as the graph insists on
   * @param rows how many these are
   * @throws org.weighbridge.fault.Fault when ONNX Runtime cannot run the graph
   */
  static Probe of(Network network, ModelProto model, Weights weights, Feed samples, int rows) {
    Set<String> computed = new LinkedHashSet<>();
    model.getGraph().getNodeList().forEach(node -> computed.addAll(node.getOutputList()));
    computed.remove("");
    Map<String, ValueInfoProto> declared = new HashMap<>();
    model.getGraph().getInputList().forEach(input -> declared.put(input.getName(), input));
    long largest = 0;
    try (var run = new Run(Progress.none(), () -> false);
        var slices = new Slices(network, model, weights, declared, OnnxRuntime.Use.LARGE)) {
      var inputs = model.getGraph().getInputList().stream().map(ValueInfoProto::getName).toList();
      Slice all = slices.of(inputs, List.copyOf(computed), Variant.ORIGINAL, run);
      try (var batch = samples.batch(0, run);
          var result = all.run(batch.tensors(), Variant.ORIGINAL, run)) {
        for (Map.Entry<String, OnnxValue> value : result) {
          if (value.getValue() instanceof OnnxTensor tensor) {
            Declarations.like(value.getKey(), tensor)
                .ifPresent(declaration -> declared.put(value.getKey(), declaration));
            var info = tensor.getInfo();
            largest = Math.max(largest, info.getNumElements() * info.type.size / rows);
          }
        }
      }
    }
    return new Probe(declared, largest);
  }
}
