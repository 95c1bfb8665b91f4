package org.weighbridge.prune;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Tensor;

/**
 * Pruning by magnitude: step one of DeepSZ and of Deep Compression.
 *
 * <p>From the weights as they are now follows what shall be left in the end; of all that shall go
 * the smallest goes first. So masks of the same weights nest. Weights that are zero count among
 * those that are gone and are never kept: what was pruned before stays pruned.
 */
public record Pruning(Structure structure, Criterion criterion) implements Pruner {
  public Pruning {
    if (criterion instanceof Criterion.Pattern && !(structure instanceof Structure.Weights)) {
      throw new IllegalArgumentException("an N:M pattern is one of single weights");
    }
  }

  /** Single weights, by a rule for each layer. */
  public static Pruning of(Map<LayerId, PruningRule> rules) {
    return new Pruning(new Structure.Weights(), new Criterion.PerLayer(rules));
  }

  /**
   * {@inheritDoc}
   *
   * @throws Fault when a layer is not in the network or cannot be pruned in this way
   */
  @Override
  public Masks masks(Network network, double done) {
    PrunableLayers.check(this, network);
    var layers =
        network.layers().stream().filter(layer -> criterion.layers().contains(layer.id())).toList();
    return switch (criterion) {
      case Criterion.PerLayer perLayer -> perLayer(layers, perLayer, done);
      case Criterion.Global global -> global(layers, global.keep(), done);
      case Criterion.Pattern pattern -> pattern(layers, pattern, done);
    };
  }

  /**
   * The weights of one layer that a rule keeps, each for itself; zeros are not among them.
   *
   * @param weights the largest ones are kept, whatever their number of dimensions
   */
  public static Mask mask(Tensor weights, PruningRule rule) {
    var units = new SingleWeights(weights);
    return Largest.units(units, rule.keep(weights.values(), weights));
  }

  private Masks perLayer(List<Layer> layers, Criterion.PerLayer criterion, double done) {
    var masks = new HashMap<LayerId, Mask>();
    for (Layer layer : layers) {
      Units units = Units.of(layer, structure);
      long keep =
          Objects.requireNonNull(criterion.rules().get(layer.id()))
              .keep(units.sizes(), layer.weights());
      long now = left(units.count(), keep, done);
      masks.put(layer.id(), units.weights(Largest.units(units, now)));
    }
    return new Masks(masks);
  }

  private Masks global(List<Layer> layers, double keep, double done) {
    List<Units> units = new ArrayList<>();
    layers.forEach(layer -> units.add(Units.of(layer, structure)));
    long weights = layers.stream().mapToLong(layer -> layer.weights().size()).sum();
    long now = left(weights, Math.round(keep * weights), done);
    List<Mask> kept = Largest.weights(units, now);
    var masks = new HashMap<LayerId, Mask>();
    for (int i = 0; i < layers.size(); i++) {
      masks.put(layers.get(i).id(), units.get(i).weights(kept.get(i)));
    }
    return new Masks(masks);
  }

  private static Masks pattern(List<Layer> layers, Criterion.Pattern pattern, double done) {
    var masks = new HashMap<LayerId, Mask>();
    layers.forEach(layer -> masks.put(layer.id(), new PatternPruner(layer, pattern).mask(done)));
    return new Masks(masks);
  }

  private static long left(long all, long inTheEnd, double done) {
    return all - Math.round(done * (all - inTheEnd));
  }

  /** The network with everything pruned that shall be in the end. */
  public Network apply(Network network) {
    return masks(network, 1).apply(network);
  }
}
