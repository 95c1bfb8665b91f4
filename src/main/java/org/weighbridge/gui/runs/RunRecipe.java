package org.weighbridge.gui.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.workbench.Base;
import org.weighbridge.gui.workbench.Search;
import org.weighbridge.network.LayerId;
import org.weighbridge.recipe.DataChoice;
import org.weighbridge.recipe.ModelSource;
import org.weighbridge.recipe.RecipeText;
import org.weighbridge.workflow.CodedAs;
import org.weighbridge.workflow.DeadNeuronsChoice;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.LayerSelection;
import org.weighbridge.workflow.LayerValues;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Retrain;
import org.weighbridge.workflow.TestPlan;

/**
 * The recipe that does again what a run did: what was clicked, as steps. Of a run that an optimizer
 * proposed it says what the optimizer was asked for; of others what layers are set to.
 *
 * @param model the file that was opened
 * @param data the data set as verbs take it; empty without one
 * @param layers of the network, in its order
 */
record RunRecipe(Path model, Optional<String> data, List<LayerId> layers) {
  RunRecipe {
    layers = List.copyOf(layers);
  }

  /** Why there is no recipe of a run; empty when there is. */
  static Optional<String> obstacle(Run run, @Nullable Base base) {
    for (Base at = base; at != null; ) {
      if (!at.retrained()) {
        return Optional.empty();
      }
      at = at.descent().map(descent -> descent.parent()).orElse(null);
    }
    return Optional.of(
        ("Run %d is of a network whose retraining is not known to its end: it was stopped, or it was"
                + " made in an earlier session.")
            .formatted(run.number()));
  }

  /**
   * The recipe of a run without {@link #obstacle}, as YAML.
   *
   * @throws org.weighbridge.fault.Fault when recipes have no words for a step
   */
  String of(Run run, Base base, Optional<Search> search) {
    return RecipeText.of(
        new ModelSource.File(model.toAbsolutePath()),
        data.map(where -> DataChoice.of(absolute(where))),
        steps(run, base, search));
  }

  List<Operator> steps(Run run, Base base, Optional<Search> search) {
    var steps = new ArrayList<Operator>();
    made(base, steps);
    if (!run.pruning().isEmpty()) {
      steps.add(Prune.of(wish(run.pruning())));
    }
    if (search.isPresent()) {
      steps.add(optimize(search.get(), run.configuration()));
      steps.add(Encode.chosen());
    } else {
      steps.add(encode(run.configuration()));
    }
    return steps;
  }

  /** What was pruned and retrained until the base was there. */
  private static void made(Base base, List<Operator> steps) {
    base.descent()
        .ifPresent(
            descent -> {
              made(descent.parent(), steps);
              steps.add(
                  descent.pruning().isEmpty()
                      ? new Retrain(descent.plan())
                      : new Prune(
                          wish(descent.pruning()),
                          DeadNeuronsChoice.KEEP,
                          Optional.of(descent.plan())));
            });
  }

  private Optimize optimize(Search search, Configuration configuration) {
    return new Optimize(
        search.objective(),
        configuration.coding(),
        search.mix(),
        locked(search.layers()),
        TestPlan.ADAPTIVE,
        0);
  }

  private LayerSelection locked(List<LayerId> free) {
    var kept = Set.copyOf(free);
    return new LayerSelection(
        List.of(),
        layers.stream().filter(layer -> !kept.contains(layer)).map(LayerId::name).toList());
  }

  private static Encode encode(Configuration configuration) {
    var settings = new LinkedHashMap<String, CodedAs>();
    configuration
        .settings()
        .forEach(
            (layer, setting) ->
                settings.put(
                    layer.name(),
                    new CodedAs(Optional.ofNullable(configuration.coders().get(layer)), setting)));
    return new Encode(
        new Encode.Asked(configuration.coding(), new LayerValues<>(Optional.empty(), settings)),
        LayerSelection.ALL);
  }

  private static PruningWish wish(PruningChoices pruning) {
    var structure = pruning.pruner(Set.of()).structure();
    double common = pruning.values().values().iterator().next();
    Map<String, Double> named = new TreeMap<>();
    pruning.values().forEach((layer, value) -> named.put(layer.name(), value));
    var values = Optional.of(new LayerValues<Double>(Optional.empty(), named));
    Optional<LayerValues<Double>> none = Optional.empty();
    return switch (pruning.method()) {
      case DENSITY -> new PruningWish.Rules(structure, values, none, none);
      case THRESHOLD -> new PruningWish.Rules(structure, none, values, none);
      case QUALITY -> new PruningWish.Rules(structure, none, none, values);
      case GLOBAL -> new PruningWish.Global(structure, common);
      case PATTERN -> new PruningWish.NofM((int) common, (int) pruning.method().idle());
    };
  }

  /** Folders as they are found from everywhere; names of built-in data as they are. */
  private static String absolute(String where) {
    Path path = Path.of(where);
    return Files.exists(path) ? path.toAbsolutePath().toString() : where;
  }
}
