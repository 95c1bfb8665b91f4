package org.weighbridge.experiment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.weighbridge.network.LayerId;
import org.weighbridge.prune.Criterion;
import org.weighbridge.prune.PruningRule;

/**
 * What is pruned and how far.
 *
 * @param grain what stays or goes together
 * @param values the method's number of each layer that is pruned
 */
public record PruningChoices(PruningMethod method, Grain grain, Map<LayerId, Double> values) {
  /** Nothing is pruned. */
  public static final PruningChoices NONE =
      new PruningChoices(PruningMethod.DENSITY, Grain.WEIGHTS, Map.of());

  public PruningChoices {
    values = Map.copyOf(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The number of a layer; that which prunes nothing when the layer is left alone. */
  public double of(LayerId layer) {
    return values.getOrDefault(layer, method.idle());
  }

  /** Some layers with another number; those at which nothing is pruned are left alone. */
  public PruningChoices with(Collection<LayerId> layers, double value) {
    double inside = method.clamp(value);
    var next = new HashMap<>(values);
    for (LayerId layer : layers) {
      if (inside == method.idle()) {
        next.remove(layer);
      } else {
        next.put(layer, inside);
      }
    }
    return new PruningChoices(method, grain, next);
  }

  /** Another method, which prunes nothing yet. */
  public PruningChoices withMethod(PruningMethod other) {
    return new PruningChoices(other, other.allows(grain) ? grain : Grain.WEIGHTS, Map.of());
  }

  /** As much of other units where the method knows them; else as it is. */
  public PruningChoices withGrain(Grain other) {
    return method.allows(other) ? new PruningChoices(method, other, values) : this;
  }

  /** The layers that come out the same under both. */
  public Set<LayerId> agreeing(PruningChoices other, Collection<LayerId> layers) {
    var same = new HashSet<LayerId>();
    if (method == other.method && grain == other.grain && !method.common()) {
      for (LayerId layer : layers) {
        if (of(layer) == other.of(layer)) {
          same.add(layer);
        }
      }
    }
    return same;
  }

  /**
   * What makes the masks of some of the layers.
   *
   * @throws org.weighbridge.fault.Fault never here, but when it meets a layer that it cannot prune
   */
  public org.weighbridge.prune.Pruning pruner(Set<LayerId> layers) {
    var chosen = new HashMap<>(values);
    chosen.keySet().retainAll(layers);
    return new org.weighbridge.prune.Pruning(grain.structure(), criterion(chosen));
  }

  private Criterion criterion(Map<LayerId, Double> chosen) {
    double common = chosen.values().stream().findFirst().orElse(method.idle());
    return switch (method) {
      case DENSITY -> each(chosen, PruningRule.Density::new);
      case THRESHOLD -> each(chosen, PruningRule.Threshold::new);
      case QUALITY -> each(chosen, PruningRule.Quality::new);
      case GLOBAL -> new Criterion.Global(chosen.keySet(), common);
      case PATTERN ->
          chosen.isEmpty()
              ? each(chosen, PruningRule.Density::new)
              : new Criterion.Pattern(chosen.keySet(), (int) common, (int) method.idle());
    };
  }

  private static Criterion each(Map<LayerId, Double> chosen, DoubleFunction<PruningRule> rule) {
    var rules = new HashMap<LayerId, PruningRule>();
    chosen.forEach((layer, value) -> rules.put(layer, rule.apply(value)));
    return new Criterion.PerLayer(rules);
  }
}
