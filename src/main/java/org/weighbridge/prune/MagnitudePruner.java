package org.weighbridge.prune;

import java.util.HashMap;
import java.util.Map;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * Magnitude pruning without retraining: step one of DeepSZ and of Deep Compression (Han et al.,
 * 2015).
 */
public final class MagnitudePruner {
  private MagnitudePruner() {}

  /** The network with the layers that {@code rules} names pruned and all others as they are. */
  public static Network prune(Network network, Map<LayerId, PruningRule> rules) {
    var pruned = new HashMap<LayerId, Tensor>();
    for (Layer layer : network.layers()) {
      var rule = rules.get(layer.id());
      if (rule != null) {
        pruned.put(layer.id(), prune(layer.weights(), rule));
      }
    }
    return network.withWeights(pruned);
  }

  /** The weights with all magnitudes below the rule's threshold replaced by 0.0; NaN stays. */
  public static Tensor prune(Tensor weights, PruningRule rule) {
    float threshold = rule.threshold(weights);
    boolean none = Float.isNaN(threshold);
    var kept = weights.values().clone();
    for (int i = 0; i < kept.length; i++) {
      if (none || Math.abs(kept[i]) < threshold) {
        kept[i] = 0f;
      }
    }
    return new Tensor(weights.shape(), kept);
  }
}
