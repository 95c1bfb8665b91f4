package org.weighbridge.prune.dead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;

/**
 * Neurons and filters that pruning has cut off. One whose incoming weights are all zero is a
 * constant, its bias as the nodes behind it pass it on; the biases of the layers behind take it
 * over, and it is listened to no more. One that nobody listens to loses its incoming weights and
 * its bias. What the network computes stays the same up to rounding.
 *
 * <p>The way from layer to layer may lead over activations, pooling, BatchNormalization, Flatten
 * and the like; where it leads to anything else, such as the sum of two branches or the network's
 * output, the layer is left alone.
 */
public final class DeadNeurons {
  private final Network network;
  private final Edits values;
  private final Map<UnitLayer, List<Way>> ways = new LinkedHashMap<>();

  private DeadNeurons(Network network) {
    this.network = network;
    var graph = new GraphIndex(network);
    values = new Edits(network, graph);
    if (graph.hasBodies()) {
      return;
    }
    var layers = new ArrayList<UnitLayer>();
    for (Layer layer : network.layers()) {
      UnitLayer.of(layer, graph, values).ifPresent(layers::add);
    }
    var finder = new Ways(layers, graph, values);
    for (UnitLayer layer : layers) {
      finder.from(layer).ifPresent(found -> ways.put(layer, found));
    }
  }

  /** What {@link #zero} would find. */
  public static List<DeadUnits> find(Network network) {
    return zero(network).layers();
  }

  /** The network with its dead neurons and filters zeroed; all shapes stay. */
  public static Cleaned zero(Network network) {
    return new DeadNeurons(network).zeroed();
  }

  /**
   * The network without its dead neurons and filters, as far as its graph allows: of a layer at
   * least one stays, and grouped convolutions keep all; what stays is zeroed.
   */
  public static Cleaned remove(Network network) {
    var dead = new DeadNeurons(network);
    Cleaned zeroed = dead.zeroed();
    return new Cleaned(Removal.of(zeroed.network(), dead.deadUnits()), zeroed.layers());
  }

  private Cleaned zeroed() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (var entry : ways.entrySet()) {
        changed |= new Silencing(entry.getKey(), entry.getValue(), values).run();
      }
    }
    var found = new ArrayList<DeadUnits>();
    for (var entry : ways.entrySet()) {
      var state = new Silencing(entry.getKey(), entry.getValue(), values);
      UnitLayer layer = entry.getKey();
      found.add(
          new DeadUnits(layer.layer().id(), layer.units(), state.dead().size(), state.left()));
    }
    return new Cleaned(values.applyTo(network), found);
  }

  /** The dead units of each layer, ascending, with the ways behind them. */
  private Map<UnitLayer, Removal.Dead> deadUnits() {
    var dead = new LinkedHashMap<UnitLayer, Removal.Dead>();
    ways.forEach(
        (layer, behind) ->
            dead.put(layer, new Removal.Dead(new Silencing(layer, behind, values).dead(), behind)));
    return dead;
  }
}
