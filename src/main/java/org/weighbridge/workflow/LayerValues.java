package org.weighbridge.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/**
 * One value for all layers, values for layers by name, or both; said before any network is at hand.
 *
 * @param others the value of every layer that is not named
 * @param named values by layer
 */
public record LayerValues<T>(Optional<T> others, Map<String, T> named) {
  public LayerValues {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  /** The same value for every layer. */
  public static <T> LayerValues<T> everywhere(T value) {
    return new LayerValues<>(Optional.of(value), Map.of());
  }

  /**
   * The values of a network's layers, in its order; layers without one are left out.
   *
   * @throws Fault when a named layer is not in the network
   */
  public Map<LayerId, T> in(Network network) {
    var values = new LinkedHashMap<LayerId, T>();
    for (Layer layer : network.layers()) {
      T value = named.get(layer.name());
      if (value != null) {
        values.put(layer.id(), value);
      } else {
        others.ifPresent(other -> values.put(layer.id(), other));
      }
    }
    for (String name : named.keySet()) {
      if (!values.containsKey(new LayerId(name))) {
        throw unknown(name, network);
      }
    }
    return values;
  }

  /** Names the layers that there are. */
  static Fault unknown(String name, Network network) {
    return new Fault(
        "%s has no layer %s that can be compressed; it has %s."
            .formatted(
                network.name(),
                name,
                network.layers().stream().map(Layer::name).collect(Collectors.joining(", "))));
  }
}
