package org.weighbridge.recipe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Layer;
import org.weighbridge.network.Network;
import org.weighbridge.recipe.step.StepKinds;
import org.weighbridge.recipe.yaml.Mark;
import org.weighbridge.recipe.yaml.Nearest;
import org.weighbridge.recipe.yaml.Problems;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.training.gradient.GradientGraphs;
import org.weighbridge.workflow.Assess;
import org.weighbridge.workflow.Compare;
import org.weighbridge.workflow.Encode;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Optimize;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.PruningWish;
import org.weighbridge.workflow.Report;
import org.weighbridge.workflow.Retrain;
import org.weighbridge.workflow.Train;

/**
 * Checks that steps can follow each other on a model.
 *
 * @param network the model, or one with the same layers
 * @param fresh whether it has learnt nothing yet
 */
record JobCheck(Network network, boolean fresh, Problems problems) {
  /** Reports what cannot be done. */
  void check(List<StepKinds.Read> steps, boolean data) {
    boolean found = false;
    boolean first = true;
    for (StepKinds.Read step : steps) {
      Operator operator = step.operator();
      if (first && fresh && !(operator instanceof Train)) {
        problems.add(
            step.mark(), "A fresh network has learnt nothing yet; let train be the first step.");
      }
      if (first && operator instanceof Report) {
        problems.add(step.mark(), "There is nothing to report yet; let report be the last step.");
      }
      if (!data && measures(operator)) {
        problems.add(
            step.mark(),
            "%s needs data, and neither the recipe nor the model names any; write data: digits, for example."
                .formatted(operator.name()));
      }
      if (operator instanceof Encode encode
          && encode.settings() instanceof Encode.Chosen
          && !found) {
        problems.add(
            step.mark(),
            "Nothing was chosen to encode with; let optimize come before, behind all that changes weights, or give bound: 0.01, for example.");
      }
      found = operator instanceof Optimize || (found && !changes(operator));
      step.layers().forEach(this::checkLayer);
      checkNetwork(operator, step.mark());
      first = false;
    }
  }

  private static boolean changes(Operator operator) {
    return operator instanceof Train || operator instanceof Prune || operator instanceof Retrain;
  }

  private static boolean trains(Operator operator) {
    return operator instanceof Train
        || operator instanceof Retrain
        || (operator instanceof Prune prune && prune.training().isPresent());
  }

  private static boolean measures(Operator operator) {
    return trains(operator)
        || operator instanceof Assess
        || operator instanceof Optimize
        || operator instanceof Compare;
  }

  private void checkLayer(Text name) {
    var pattern = Pattern.compile(Pattern.quote(name.text()).replace("*", "\\E.*\\Q"));
    var layers = network.layers().stream().map(Layer::name).toList();
    if (layers.stream().noneMatch(layer -> pattern.matcher(layer).matches())) {
      problems.add(
          name.mark(),
          "%s has no layer %s that can be compressed; %s"
              .formatted(
                  network.name(),
                  name.words(),
                  Nearest.to(name.text(), layers)
                      .map(near -> "did you mean " + near + "?")
                      .orElse(
                          "it has "
                              + layers.stream().limit(20).collect(Collectors.joining(", "))
                              + ".")));
    }
  }

  /** What is wrong with a name was said before. */
  private void checkNetwork(Operator operator, Mark mark) {
    try {
      switch (operator) {
        case Train train -> train.pruning().ifPresent(this::checkPruning);
        case Prune prune -> checkPruning(prune.what());
        case Assess assess -> assess.layers().in(network);
        case Optimize optimize -> optimize.layers().in(network);
        case Compare compare -> compare.layers().in(network);
        case Encode encode -> {}
        case Retrain retrain -> {}
        case Report report -> {}
      }
      Optional<String> obstacle =
          trains(operator) && !fresh ? GradientGraphs.obstacle(network) : Optional.empty();
      obstacle.ifPresent(sentence -> problems.add(mark, sentence));
    } catch (Fault fault) {
      if (!fault.sentence().contains("that can be compressed")) {
        problems.add(mark, fault.sentence());
      }
    }
  }

  private void checkPruning(PruningWish wish) {
    if (!fresh) {
      wish.in(network);
    }
  }
}
