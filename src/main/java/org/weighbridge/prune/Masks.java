package org.weighbridge.prune;

import java.util.HashMap;
import java.util.Map;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Tensor;

/**
 * Which weights of a network are kept.
 *
 * @param byLayer the masks of the pruned layers; the others keep everything
 */
public record Masks(Map<LayerId, Mask> byLayer) {
  public Masks {
    byLayer = Map.copyOf(byLayer);
  }

  /** The network with all weights that are not kept replaced by 0.0. */
  public Network apply(Network network) {
    var pruned = new HashMap<LayerId, Tensor>();
    for (var layer : network.layers()) {
      var mask = byLayer.get(layer.id());
      if (mask != null) {
        pruned.put(layer.id(), kept(layer.weights(), mask));
      }
    }
    return network.withWeights(pruned);
  }

  private static Tensor kept(Tensor weights, Mask mask) {
    float[] all = weights.values();
    var values = new float[all.length];
    mask.visit(
        Progress.none(),
        (from, offsets, count, rank) -> {
          for (int i = 0; i < count; i++) {
            values[from + offsets[i]] = all[from + offsets[i]];
          }
        });
    return new Tensor(weights.shape(), values);
  }
}
