package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/**
 * Where the graph is cut for a variant: in front of what distinguishes it from the network as it
 * was opened, or from the configuration at hand, whichever leaves less to compute. The
 * configuration is the last variant in which several layers were replaced: a window moves on from
 * it by one layer at a time, while trials of single layers start from the network.
 */
final class Cuts {
  private final ModelProto model;
  private final String output;
  private final Set<String> layers;
  private final Map<String, ?> passable;
  private Variant configuration = Variant.ORIGINAL;

  /**
   * No configuration yet.
   *
   * @param model the network's graph, its weights as stubs
   * @param passable the tensors that can be passed on, by name
   */
  Cuts(Network network, ModelProto model, Map<String, ?> passable) {
    this.model = model;
    this.output = network.output();
    this.layers = network.layers().stream().map(Layer::name).collect(Collectors.toSet());
    this.passable = passable;
  }

  /** The cut that leaves least to compute; empty where that is the whole graph. */
  Optional<GraphCut> of(Variant variant) {
    return changes(variant)
        .map(this::before)
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(cut -> cut.suffix().getGraph().getNodeCount()));
  }

  /** What distinguishes a variant from the network and from the configuration at hand. */
  Stream<Set<LayerId>> changes(Variant variant) {
    return Stream.of(Variant.ORIGINAL, configuration)
        .map(variant::differing)
        .filter(changed -> !changed.isEmpty());
  }

  private Optional<GraphCut> before(Set<LayerId> changed) {
    var names = changed.stream().map(LayerId::name).collect(Collectors.toSet());
    GraphCut cut = GraphCut.before(names, model, output, layers);
    return cut.atInput() || !passable.keySet().containsAll(cut.boundary())
        ? Optional.empty()
        : Optional.of(cut);
  }

  /** Notes what was asked for. Returns whether that is another configuration. */
  boolean note(Variant variant) {
    boolean several =
        variant.replaced().keySet().stream().filter(id -> layers.contains(id.name())).count() > 1;
    if (several) {
      configuration = variant;
    }
    return several;
  }
}
