package org.weighbridge.prune;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/** Which layers of a network can be pruned in which way. */
public final class PrunableLayers {
  private PrunableLayers() {}

  /** The layers of a network whose units can go without taking classes away, in its order. */
  public static Set<LayerId> of(Network network, Structure structure) {
    var layers = new LinkedHashSet<LayerId>();
    network.layers().forEach(layer -> layers.add(layer.id()));
    if (structure instanceof Structure.Neurons) {
      layers.removeAll(scoring(network));
    }
    return layers;
  }

  /** The layers of a network that have enough inputs for groups of that many, in its order. */
  public static Set<LayerId> ofPattern(Network network, int ofEvery) {
    var layers = new LinkedHashSet<LayerId>();
    for (Layer layer : network.layers()) {
      if (InputAxis.size(layer) >= ofEvery) {
        layers.add(layer.id());
      }
    }
    return layers;
  }

  /**
   * Refuses what cannot be pruned.
   *
   * @throws Fault when a layer is not in the network, would lose classes, or has too few inputs
   */
  static void check(Pruning pruning, Network network) {
    for (LayerId id : pruning.criterion().layers()) {
      Layer layer =
          network
              .layer(id)
              .orElseThrow(() -> new Fault("%s has no layer %s.".formatted(network.name(), id)));
      if (pruning.criterion() instanceof Criterion.Pattern pattern
          && InputAxis.size(layer) < pattern.ofEvery()) {
        throw new Fault(
            "%s of %s cannot keep %d of every %d inputs: it has only %d; leave this layer out."
                .formatted(
                    id, network.name(), pattern.kept(), pattern.ofEvery(), InputAxis.size(layer)));
      }
    }
    if (pruning.structure() instanceof Structure.Neurons) {
      scoring(network).stream()
          .filter(pruning.criterion().layers()::contains)
          .findFirst()
          .ifPresent(
              id -> {
                throw new Fault(
                    "The neurons of %s are the classes of %s; leave this layer out."
                        .formatted(id, network.name()));
              });
    }
  }

  /** The layers from which there is a way to the class scores that passes no other layer. */
  private static Set<LayerId> scoring(Network network) {
    Map<String, NodeProto> makers = new HashMap<>();
    for (NodeProto node : network.model().getGraph().getNodeList()) {
      node.getOutputList().forEach(output -> makers.put(output, node));
    }
    var found = new HashSet<LayerId>();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(Set.of(network.output()));
    while (!open.isEmpty()) {
      NodeProto maker = makers.get(open.remove());
      if (maker == null) {
        continue;
      }
      Optional<LayerId> layer =
          maker.getInputList().stream()
              .map(input -> stored(input, makers))
              .filter(id -> network.layer(id).isPresent())
              .findFirst();
      layer.ifPresent(found::add);
      if (layer.isEmpty()) {
        maker.getInputList().stream().filter(seen::add).forEach(open::add);
      }
    }
    return found;
  }

  /** What a node sees, behind any Transpose and Identity. */
  private static LayerId stored(String seen, Map<String, NodeProto> makers) {
    String name = seen;
    NodeProto maker = makers.get(name);
    while (maker != null && Set.of("Transpose", "Identity").contains(maker.getOpType())) {
      name = maker.getInput(0);
      maker = makers.get(name);
    }
    return new LayerId(name);
  }
}
