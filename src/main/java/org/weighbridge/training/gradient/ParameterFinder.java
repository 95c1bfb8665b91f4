package org.weighbridge.training.gradient;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.training.gradient.Parameter.Role;

/**
 * Finds what of a network is trained: what of it can be compressed, and the running statistics of
 * normalizations unless they are frozen.
 */
final class ParameterFinder {
  private static final int MEAN = 3;
  private static final int VARIANCE = 4;

  private ParameterFinder() {}

  /** The parameters that the scores depend on, in the order of their first use. */
  static List<Parameter> find(ForwardGraph graph, Normalization normalization) {
    Network network = graph.network();
    Set<String> weights = new HashSet<>();
    network.layers().forEach(layer -> weights.add(layer.name()));
    Map<String, Parameter> found = new LinkedHashMap<>();
    for (GraphNode node : graph.nodes()) {
      for (int i = 0; i < node.proto().getInputCount(); i++) {
        String name = node.input(i);
        TensorProto tensor = graph.constants().get(name);
        if (tensor == null || found.containsKey(name) || !Constants.isFloat32(tensor)) {
          continue;
        }
        if (node.is("BatchNormalization") && (i == MEAN || i == VARIANCE)) {
          if (normalization == Normalization.TRAINED) {
            found.put(name, new Parameter(name, Constants.shape(tensor), Role.STATISTIC));
          }
        } else if (network.tensors().containsKey(new LayerId(name))) {
          Role role = weights.contains(name) ? Role.WEIGHT : Role.OFFSET;
          found.put(name, new Parameter(name, Constants.shape(tensor), role));
        }
      }
    }
    return List.copyOf(found.values());
  }
}
