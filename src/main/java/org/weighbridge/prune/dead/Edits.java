package org.weighbridge.prune.dead;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/** The float32 constants of a network while some of them change. */
final class Edits {
  private final GraphIndex graph;
  private final Map<LayerId, Tensor> before;
  private final Map<String, Tensor> read = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  Edits(Network network, GraphIndex graph) {
    this.graph = graph;
    before = network.tensors();
  }

  /** Whether there is a constant of that many values. */
  boolean has(String name, int size) {
    if (!read.containsKey(name)) {
      graph.floats(name).ifPresent(tensor -> read.put(name, tensor));
    }
    Tensor tensor = read.get(name);
    return tensor != null && tensor.size() == size;
  }

  /** Whether a constant may change: there is a place to write it to, and one user only. */
  boolean editable(String name) {
    return before.containsKey(new LayerId(name)) && graph.usedOnce(name);
  }

  /** The values of a constant that is there, to read. */
  float[] get(String name) {
    return read.computeIfAbsent(name, n -> graph.floats(n).orElseThrow()).values();
  }

  /** The values of an editable constant, to write to. */
  float[] edit(String name) {
    if (changed.add(name)) {
      float[] own = get(name).clone();
      read.put(
          name, new Tensor(Objects.requireNonNull(before.get(new LayerId(name))).shape(), own));
    }
    return get(name);
  }

  /** The network with what changed. */
  Network applyTo(Network network) {
    var tensors = new HashMap<LayerId, Tensor>();
    for (String name : changed) {
      tensors.put(new LayerId(name), read.get(name));
    }
    return tensors.isEmpty() ? network : network.withWeights(tensors);
  }
}
