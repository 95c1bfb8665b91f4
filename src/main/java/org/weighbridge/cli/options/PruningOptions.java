package org.weighbridge.cli.options;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Criterion;
import org.weighbridge.prune.Norm;
import org.weighbridge.prune.PrunableLayers;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.prune.Structure;
import org.weighbridge.workflow.PruningWish;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What to prune. */
public final class PruningOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--density",
      paramLabel = "D",
      converter = LayerValues.Numbers.class,
      description = "Keep this fraction of each layer's weights, 0 to 1.")
  private Optional<LayerValues<Double>> density;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      converter = LayerValues.Numbers.class,
      description = "Keep weights of at least this magnitude.")
  private Optional<LayerValues<Double>> threshold;

  @Option(
      names = "--quality",
      paramLabel = "Q",
      converter = LayerValues.Numbers.class,
      description = "Keep weights of at least Q standard deviations of the layer.")
  private Optional<LayerValues<Double>> quality;

  @Option(
      names = "--global",
      paramLabel = "D",
      description = "Keep this fraction of all weights, by one threshold for all layers.")
  private Optional<Double> global;

  @Option(
      names = "--structure",
      paramLabel = "S",
      defaultValue = "weights",
      converter = StructureText.Converter.class,
      description = {
        "What stays or goes as a whole: weights, neurons (or filters), inputs (or channels),",
        "blocks:RxC of the layer's matrix; or N:M, N of every M inputs stay. Default: weights."
      })
  private StructureText structure;

  @Option(
      names = "--norm",
      paramLabel = "l1|l2",
      defaultValue = "l2",
      description = "How large neurons, inputs and blocks are, per weight. Default: l2.")
  private Norm norm;

  /**
   * What the user asked for, if anything.
   *
   * @throws org.weighbridge.fault.Fault when a named layer is not in the network
   * @throws ParameterException when options do not go together
   */
  public Optional<Pruning> in(Network network) {
    if (structure.pattern().isPresent()) {
      return Optional.of(pattern(network, structure.pattern().get()));
    }
    Structure units = structure.units().apply(norm);
    Set<LayerId> prunable = PrunableLayers.of(network, units);
    var rules = new HashMap<LayerId, PruningRule>();
    add(rules, network, prunable, density, PruningRule.Density::new);
    add(rules, network, prunable, threshold, PruningRule.Threshold::new);
    add(rules, network, prunable, quality, PruningRule.Quality::new);
    if (global.isPresent() && !rules.isEmpty()) {
      throw usage("--global decides about all layers; give it alone or rules for layers.");
    }
    if (global.isEmpty() && rules.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Pruning(
            units,
            global.isPresent()
                ? valid("--global", global.get(), keep -> new Criterion.Global(prunable, keep))
                : new Criterion.PerLayer(rules)));
  }

  private Pruning pattern(Network network, PruningWish.NofM pattern) {
    if (Stream.of(density, threshold, quality, global).anyMatch(Optional::isPresent)) {
      throw usage(
          pattern
              + " says how much stays; leave out --density, --threshold, --quality and --global.");
    }
    Set<LayerId> layers = PrunableLayers.ofPattern(network, pattern.ofEvery());
    if (layers.isEmpty()) {
      throw usage(
          "No layer of %s has %d inputs or more, as %s needs; give a smaller pattern."
              .formatted(network.name(), pattern.ofEvery(), pattern));
    }
    try {
      return new Pruning(
          new Structure.Weights(),
          new Criterion.Pattern(layers, pattern.kept(), pattern.ofEvery()));
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage() + ".");
    }
  }

  private void add(
      Map<LayerId, PruningRule> rules,
      Network network,
      Set<LayerId> prunable,
      Optional<LayerValues<Double>> values,
      DoubleFunction<PruningRule> kind) {
    if (values.isEmpty()) {
      return;
    }
    for (var entry : values.get().in(network).entrySet()) {
      LayerId layer = entry.getKey();
      boolean meant = values.get().named().containsKey(layer.name());
      if (!meant && !prunable.contains(layer)) {
        continue; // a number for all layers means those that can be pruned
      }
      if (rules.put(layer, valid("For " + layer, entry.getValue(), kind)) != null) {
        throw usage("There are two rules for " + layer + "; give one.");
      }
    }
  }

  private <T> T valid(String what, double value, DoubleFunction<T> kind) {
    try {
      return kind.apply(value);
    } catch (IllegalArgumentException e) {
      throw usage(what + ": " + e.getMessage() + ".");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
