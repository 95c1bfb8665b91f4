package org.weighbridge.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.prune.Criterion;
import org.weighbridge.prune.PrunableLayers;
import org.weighbridge.prune.Pruning;
import org.weighbridge.prune.PruningRule;
import org.weighbridge.prune.Structure;

/** What to prune, said before any network is at hand. */
public sealed interface PruningWish {
  /**
   * The same for a network.
   *
   * @throws Fault when a named layer is not in the network, or none of its layers can be pruned so
   */
  Pruning in(Network network);

  /** Keeps the same fraction of the weights of every layer, 0 to 1. */
  static PruningWish density(double keep) {
    return density(LayerValues.everywhere(keep));
  }

  /** Keeps a fraction of each layer's weights, 0 to 1. */
  static PruningWish density(LayerValues<Double> keep) {
    return new Rules(
        new Structure.Weights(), Optional.of(keep), Optional.empty(), Optional.empty());
  }

  /**
   * A rule for each layer, at most one; a number for all layers means those that can be pruned.
   *
   * @param density keeps this fraction, 0 to 1
   * @param threshold keeps what is at least as large
   * @param quality keeps what is at least as many standard deviations of the layer
   */
  record Rules(
      Structure structure,
      Optional<LayerValues<Double>> density,
      Optional<LayerValues<Double>> threshold,
      Optional<LayerValues<Double>> quality)
      implements PruningWish {
    /** Refuses numbers that are out of range. */
    public Rules {
      check(density, PruningRule.Density::new);
      check(threshold, PruningRule.Threshold::new);
      check(quality, PruningRule.Quality::new);
      if (density.isEmpty() && threshold.isEmpty() && quality.isEmpty()) {
        throw new IllegalArgumentException("nothing says how much to prune");
      }
      checkOneEach(Stream.of(density, threshold, quality).flatMap(Optional::stream).toList());
    }

    /** A value for all layers is one for every name, too, unless its own names say otherwise. */
    private static void checkOneEach(List<LayerValues<Double>> values) {
      if (values.stream().filter(v -> v.others().isPresent()).count() > 1) {
        throw new IllegalArgumentException("there are two rules for all layers; give one");
      }
      for (String name : values.stream().flatMap(v -> v.named().keySet().stream()).toList()) {
        if (values.stream()
                .filter(v -> v.named().containsKey(name) || v.others().isPresent())
                .count()
            > 1) {
          throw new IllegalArgumentException(
              "there are two rules for %s; give one".formatted(name));
        }
      }
    }

    private static void check(
        Optional<LayerValues<Double>> values, DoubleFunction<PruningRule> rule) {
      values.stream()
          .flatMap(v -> Stream.concat(v.others().stream(), v.named().values().stream()))
          .forEach(value -> Objects.requireNonNull(rule.apply(value)));
    }

    @Override
    public Pruning in(Network network) {
      Set<LayerId> prunable = PrunableLayers.of(network, structure);
      var rules = new HashMap<LayerId, PruningRule>();
      add(rules, network, prunable, density, PruningRule.Density::new);
      add(rules, network, prunable, threshold, PruningRule.Threshold::new);
      add(rules, network, prunable, quality, PruningRule.Quality::new);
      return new Pruning(structure, new Criterion.PerLayer(rules));
    }

    private static void add(
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
        rules.put(layer, kind.apply(entry.getValue()));
      }
    }
  }

  /**
   * One threshold for all layers that can be pruned.
   *
   * @param keep the fraction of all weights to keep, 0 to 1
   */
  record Global(Structure structure, double keep) implements PruningWish {
    /** Refuses what is no fraction. */
    public Global {
      PruningRule.checkFraction(keep);
    }

    @Override
    public Pruning in(Network network) {
      return new Pruning(
          structure, new Criterion.Global(PrunableLayers.of(network, structure), keep));
    }
  }

  /**
   * So many of every so many inputs stay, in every layer that has as many.
   *
   * @param kept at least 1
   * @param ofEvery more than {@code kept}
   */
  record NofM(int kept, int ofEvery) implements PruningWish {
    /** Refuses what is no pattern. */
    public NofM {
      if (kept < 1 || kept >= ofEvery) {
        throw new IllegalArgumentException(
            "%d:%d does not say how many of how many weights stay, such as 2:4"
                .formatted(kept, ofEvery));
      }
    }

    @Override
    public Pruning in(Network network) {
      Set<LayerId> layers = PrunableLayers.ofPattern(network, ofEvery);
      if (layers.isEmpty()) {
        throw new Fault(
            "No layer of %s has %d inputs or more, as %s needs; give a smaller pattern."
                .formatted(network.name(), ofEvery, this));
      }
      return new Pruning(new Structure.Weights(), new Criterion.Pattern(layers, kept, ofEvery));
    }

    @Override
    public String toString() {
      return kept + ":" + ofEvery;
    }
  }
}
