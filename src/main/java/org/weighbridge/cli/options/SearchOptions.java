package org.weighbridge.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which layers are assessed at which error bounds. */
public final class SearchOptions {
  @Option(
      names = "--layers",
      paramLabel = "NAMES",
      order = 40,
      split = ",",
      description = "Only these layers, separated by commas; the others stay exact.")
  private List<String> layers = List.of();

  @Option(
      names = "--lock",
      paramLabel = "NAME",
      order = 40,
      split = ",",
      description =
          "Carry this layer along losslessly, whatever else is said; * stands for any letters;"
              + " can be given several times.")
  private List<String> locked = List.of();

  @Mixin private PlanOptions plan = new PlanOptions();

  /**
   * The layers to assess, in network order.
   *
   * @throws Fault when one is not in the network, or none is left
   */
  public List<LayerId> layers(Network network) {
    var chosen = layers.isEmpty() ? matching("*", network) : named(layers, network);
    var free = new ArrayList<>(chosen);
    free.removeAll(named(locked, network));
    if (free.isEmpty()) {
      throw new Fault(
          "Every layer of %s is locked; there is nothing to assess.".formatted(network.name()));
    }
    return free;
  }

  /**
   * A configuration without the bounds of locked layers.
   *
   * @throws Fault when one is not in the network
   */
  public Configuration lock(Configuration configuration, Network network) {
    var left = configuration;
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

  private static Set<LayerId> matching(String name, Network network) {
    var pattern = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
    return network.layers().stream()
        .map(Layer::id)
        .filter(layer -> pattern.matcher(layer.name()).matches())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The bounds to assess, see {@link PlanOptions#plan}. */
  public AssessmentPlan plan(double lossPoints) {
    return plan.plan(lossPoints);
  }
}
