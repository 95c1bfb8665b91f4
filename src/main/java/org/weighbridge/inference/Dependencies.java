package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.weighbridge.network.LayerId;

/** What the tensors of a graph are computed from. */
final class Dependencies {
  private final Map<String, NodeProto> producers = new HashMap<>();
  private final Map<String, Set<LayerId>> known = new HashMap<>();
  private final Set<LayerId> weights;

  /**
   * Looks at all nodes.
   *
   * @param weights initializers that can be replaced
   */
  Dependencies(GraphProto graph, Set<LayerId> weights) {
    this.weights = weights;
    for (NodeProto node : graph.getNodeList()) {
      node.getOutputList().forEach(output -> producers.put(output, node));
    }
  }

  /** The weights that a tensor depends on. */
  Set<LayerId> weightsOf(String tensor) {
    return known.computeIfAbsent(tensor, this::findWeights);
  }

  private Set<LayerId> findWeights(String tensor) {
    Set<LayerId> found = new HashSet<>();
    walk(
        Set.of(tensor),
        name -> {
          var id = new LayerId(name);
          if (weights.contains(id)) {
            found.add(id);
          }
          return false;
        });
    return found;
  }

  /** Of the tensors that are at hand, those from which others are computed the shortest way. */
  Set<String> sources(Collection<String> wanted, Predicate<String> atHand) {
    Set<String> sources = new LinkedHashSet<>();
    walk(wanted, tensor -> atHand.test(tensor) && sources.add(tensor));
    return sources;
  }

  /** Goes from tensors to what they are computed from, up to where {@code stop} says so. */
  private void walk(Collection<String> from, Predicate<String> stop) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String tensor = open.pop();
      if (seen.add(tensor) && !stop.test(tensor)) {
        NodeProto producer = producers.get(tensor);
        if (producer != null) {
          GraphSlice.uses(producer).forEach(open::push);
        }
      }
    }
  }
}
