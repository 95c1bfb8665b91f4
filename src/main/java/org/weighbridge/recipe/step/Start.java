package org.weighbridge.recipe.step;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Shape;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.blueprint.Blueprint;
import org.weighbridge.workflow.LayerValues;
import org.weighbridge.workflow.PruningWish;

/**
 * What steps begin with, which decides what is usual.
 *
 * @param blueprint of a fresh network; empty for a model that has learnt before
 * @param find a file by the name that the recipe has for it
 */
public record Start(Optional<Blueprint> blueprint, Function<String, Optional<Path>> find) {
  private static final Shape ANY_PICTURES = Shape.of(1, 28, 28);

  TrainingPlan plan() {
    return blueprint.map(Blueprint::plan).orElseGet(TrainingPlan::fineTuning);
  }

  /** What is pruned while a fresh network learns; of models nothing. */
  Optional<PruningWish> pruning() {
    return blueprint.map(
        print -> {
          var named = new LinkedHashMap<String, Double>();
          for (Layer layer : network(print).layers()) {
            var densities = print.densities();
            named.put(layer.name(), densities.get(Math.min(named.size(), densities.size() - 1)));
          }
          return PruningWish.density(new LayerValues<>(Optional.empty(), named));
        });
  }

  /** A network with the layers that a blueprint has, for any data. */
  public static Network network(Blueprint blueprint) {
    return blueprint.network(ANY_PICTURES, 10, 1);
  }
}
