package org.weighbridge.prune.dead;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the ways from each layer to the layers behind it. */
final class Ways {
  private final GraphIndex graph;
  private final Edits values;
  private final Map<NodeProto, UnitLayer> byNode = new HashMap<>();

  Ways(List<UnitLayer> layers, GraphIndex graph, Edits values) {
    this.graph = graph;
    this.values = values;
    layers.forEach(layer -> byNode.put(layer.node(), layer));
  }

  /** How the values lie. */
  private enum Lie {
    /** Channels on the second axis, places behind it. */
    PLACES,
    /** One value per channel, channels on the second of two axes. */
    SINGLE,
    /** Channels on the last axis of any number. */
    LAST,
    /** Channels, each with its places, on the second of two axes. */
    FLAT
  }

  /** What was passed up to a tensor. */
  private record Passed(
      Lie lie, List<Constancy> nodes, List<NodeProto> normalizations, List<NodeProto> reshapes) {
    Passed plus(Constancy node) {
      return new Passed(lie, added(nodes, node), normalizations, reshapes);
    }

    Passed plusNormalization(Constancy does, NodeProto node) {
      return new Passed(lie, added(nodes, does), added(normalizations, node), reshapes);
    }

    Passed flat() {
      return new Passed(lie == Lie.PLACES ? Lie.FLAT : lie, nodes, normalizations, reshapes);
    }

    Passed plusReshape(NodeProto node) {
      return new Passed(lie, nodes, normalizations, added(reshapes, node)).flat();
    }

    private static <T> List<T> added(List<T> some, T another) {
      var all = new ArrayList<>(some);
      all.add(another);
      return all;
    }
  }

  /** All ways of a layer's outputs, or nothing when one of them is not understood. */
  Optional<List<Way>> from(UnitLayer layer) {
    Lie lie =
        switch (layer.layer().operator()) {
          case "Conv" -> Lie.PLACES;
          case "Gemm" -> Lie.SINGLE;
          default -> Lie.LAST;
        };
    var ways = new ArrayList<Way>();
    var start = new Passed(lie, List.of(), List.of(), List.of());
    boolean all = follow(layer, layer.output(), start, ways);
    return all && !ways.isEmpty() ? Optional.of(ways) : Optional.empty();
  }

  private boolean follow(UnitLayer from, String tensor, Passed passed, List<Way> ways) {
    if (graph.isOutput(tensor)) {
      return false;
    }
    for (NodeProto node : graph.users(tensor)) {
      if (!enter(from, tensor, node, passed, ways)) {
        return false;
      }
    }
    return true;
  }

  private boolean enter(
      UnitLayer from, String tensor, NodeProto node, Passed passed, List<Way> ways) {
    if (!node.getInput(0).equals(tensor)
        || node.getInputList().stream().filter(tensor::equals).count() > 1) {
      return false;
    }
    UnitLayer layer = byNode.get(node);
    if (layer != null) {
      return arrive(from, layer, passed, ways);
    }
    boolean others =
        node.getOutputList().stream()
            .skip(1)
            .anyMatch(out -> !graph.users(out).isEmpty() || graph.isOutput(out));
    Optional<Passed> on = others ? Optional.empty() : pass(from, node, passed);
    return on.isPresent() && follow(from, node.getOutput(0), on.get(), ways);
  }

  private static boolean arrive(UnitLayer from, UnitLayer to, Passed passed, List<Way> ways) {
    boolean fits =
        switch (passed.lie()) {
          case PLACES -> to.convolution() && to.inputs() == from.units();
          case SINGLE, LAST -> !to.convolution() && to.inputs() == from.units();
          case FLAT -> !to.convolution() && to.inputs() % from.units() == 0;
        };
    if (fits) {
      ways.add(new Way(to, passed.nodes(), passed.normalizations(), passed.reshapes()));
    }
    return fits;
  }

  private Optional<Passed> pass(UnitLayer from, NodeProto node, Passed passed) {
    var pointwise = Constancies.pointwise(node, graph);
    if (pointwise.isPresent()) {
      return pointwise.map(passed::plus);
    }
    return switch (passed.lie()) {
      case PLACES ->
          Constancies.pooling(node)
              .map(passed::plus)
              .or(() -> normalized(from, node, passed))
              .or(() -> flattened(node, passed));
      case SINGLE -> normalized(from, node, passed).or(() -> flattened(node, passed));
      case LAST, FLAT -> Optional.empty();
    };
  }

  private Optional<Passed> normalized(UnitLayer from, NodeProto node, Passed passed) {
    return Constancies.normalization(node, values, from.units())
        .map(does -> passed.plusNormalization(does, node));
  }

  /**
   * Into one row per sample. A Reshape to two dimensions does that, too, because a sample has one
   * row of class scores in the end.
   */
  private Optional<Passed> flattened(NodeProto node, Passed passed) {
    if (GraphIndex.isOperator(node, "Flatten") && GraphIndex.integer(node, "axis", 1) == 1) {
      return Optional.of(passed.flat());
    }
    if (!GraphIndex.isOperator(node, "Reshape")) {
      return Optional.empty();
    }
    return graph
        .integers(node.getInput(1))
        .filter(dims -> dims.length == 2)
        .map(dims -> dims[1] > 0 ? passed.plusReshape(node) : passed.flat());
  }
}
