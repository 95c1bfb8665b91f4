package org.weighbridge.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/**
 * Which layers may be coded with a loss; the others are carried along losslessly.
 *
 * @param only names, {@code *} for any letters; empty for all
 * @param locked names of those that may not
 */
public record LayerSelection(List<String> only, List<String> locked) {
  /** Every layer. */
  public static final LayerSelection ALL = new LayerSelection(List.of(), List.of());

  public LayerSelection {
    only = List.copyOf(only);
    locked = List.copyOf(locked);
  }

  /**
   * The layers, in network order.
   *
   * @throws Fault when a name fits none, or none is left
   */
  public List<LayerId> in(Network network) {
    var chosen = only.isEmpty() ? matching("*", network) : named(only, network);
    var free = new ArrayList<>(chosen);
    free.removeAll(named(locked, network));
    if (free.isEmpty()) {
      throw new Fault(
          "Every layer of %s is locked; there is nothing to assess.".formatted(network.name()));
    }
    return free;
  }

  /**
   * A configuration without the settings of layers that may not be coded with a loss.
   *
   * @throws Fault when a name fits none
   */
  public Configuration within(Configuration configuration, Network network) {
    var allowed = only.isEmpty() ? matching("*", network) : named(only, network);
    var left = configuration;
    for (LayerId layer : configuration.settings().keySet()) {
      if (!allowed.contains(layer)) {
        left = left.without(layer);
      }
    }
    for (LayerId layer : named(locked, network)) {
      left = left.without(layer);
    }
    return left;
  }

  private static Set<LayerId> named(List<String> names, Network network) {
    var found = new LinkedHashSet<LayerId>();
    for (String name : names) {
      var matching = matching(name, network);
      if (matching.isEmpty()) {
        throw LayerValues.unknown(name, network);
      }
      found.addAll(matching);
    }
    return network.layers().stream()
        .map(Layer::id)
        .filter(found::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What fits a name in which {@code *} stands for any letters. */
  public static Pattern pattern(String name) {
    return Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
  }

  private static Set<LayerId> matching(String name, Network network) {
    var pattern = pattern(name);
    return network.layers().stream()
        .map(Layer::id)
        .filter(layer -> pattern.matcher(layer.name()).matches())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
