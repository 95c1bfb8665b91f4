package org.weighbridge.inference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * The network with some of its tensors replaced. Two variants are equal when their tensors are the
 * same arrays, whatever these hold: comparing them costs nothing, and tensors are never written to.
 *
 * @param replaced weights of layers and small tensors; all others are as the network was opened
 */
record Variant(Map<LayerId, Tensor> replaced) {
  /** The network as it was opened. */
  static final Variant ORIGINAL = new Variant(Map.of());

  Variant {
    replaced = Map.copyOf(replaced);
  }

  /** The tensors that are not the same in both. */
  Set<LayerId> differing(Variant other) {
    Set<LayerId> differing = new HashSet<>();
    replaced.forEach(
        (id, tensor) -> {
          if (!Objects.equals(tensor, other.replaced.get(id))) {
            differing.add(id);
          }
        });
    other.replaced.keySet().stream()
        .filter(id -> !replaced.containsKey(id))
        .forEach(differing::add);
    return differing;
  }

  /** The same for some tensors, all others as the network was opened. */
  Variant within(Set<LayerId> tensors) {
    Map<LayerId, Tensor> part = new HashMap<>(replaced);
    part.keySet().retainAll(tensors);
    return new Variant(part);
  }
}
