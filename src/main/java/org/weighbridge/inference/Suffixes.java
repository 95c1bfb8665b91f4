package org.weighbridge.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/**
 * The short ways of the layers, each prepared when first needed. Those not used for longest give
 * way when memory is short.
 */
final class Suffixes implements AutoCloseable {
  /** Each may hold a session, whose temporary memory the budget does not see. */
  private static final int MOST = 8;

  private final Network network;
  private final ModelProto model;
  private final Weights weights;
  private final Feed inputs;
  private final Forward forward;
  private final MemoryBudget budget;
  private final Map<LayerId, Optional<Suffix>> ready = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Nothing prepared yet.
   *
   * @param model the network's graph, its layers' weights as stubs
   * @param inputs what it is fed with; not closed with this
   * @param budget memory for activations
   */
  Suffixes(
      Network network,
      ModelProto model,
      Weights weights,
      Feed inputs,
      Forward forward,
      MemoryBudget budget) {
    this.network = network;
    this.model = model;
    this.weights = weights;
    this.inputs = inputs;
    this.forward = forward;
    this.budget = budget;
  }

  /** The short way of a layer; empty where there is none shorter than the whole network. */
  Optional<Suffix> of(LayerId layer, Run run) {
    Optional<Suffix> known = ready.get(layer);
    if (known == null) {
      while (ready.size() >= MOST) {
        dropEldestBut(layer);
      }
      known = prepare(network.layer(layer).orElseThrow(), run);
      ready.put(layer, known);
    }
    return known;
  }

  /** Whether a tensor is the weights of a layer, so that there may be a short way. */
  boolean serves(LayerId tensor) {
    return network.layer(tensor).isPresent();
  }

  /** How often the next measurement of a layer goes through all samples. */
  int passes(LayerId layer) {
    Optional<Suffix> known = ready.get(layer);
    return known == null ? 2 : known.map(Suffix::passes).orElse(1);
  }

  private Optional<Suffix> prepare(Layer layer, Run run) {
    Set<String> learnt = network.layers().stream().map(Layer::name).collect(Collectors.toSet());
    GraphCut cut = GraphCut.before(layer.name(), model, network.output(), learnt);
    if (cut.atInput()) {
      return layer.fullyConnected()
          ? Suffix.open(layer, cut, weights, new Borrowed(inputs), forward, run)
          : Optional.empty();
    }
    int batches = forward.batching().count();
    var feed =
        new PrefixFeed(cut, weights, inputs, batches, budget, () -> dropEldestBut(layer.id()));
    return Suffix.open(layer, cut, weights, feed, forward, run);
  }

  private boolean dropEldestBut(LayerId used) {
    var layers = ready.keySet().iterator();
    LayerId eldest = layers.hasNext() ? layers.next() : used;
    if (eldest.equals(used)) {
      return false;
    }
    Optional<Suffix> dropped = ready.remove(eldest);
    if (dropped != null) {
      dropped.ifPresent(Suffix::close);
    }
    return true;
  }

  @Override
  public void close() {
    ready.values().forEach(suffix -> suffix.ifPresent(Suffix::close));
    ready.clear();
  }

  /** The inputs, which belong to somebody else. */
  private record Borrowed(Feed feed) implements Feed {
    @Override
    public Batch batch(int index, Run run) {
      return feed.batch(index, run);
    }

    @Override
    public void close() {}
  }
}
