package org.weighbridge.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weighbridge.dataset.Split;
import org.weighbridge.fault.Fault;
import org.weighbridge.recipe.step.Start;
import org.weighbridge.recipe.step.StepKinds;
import org.weighbridge.recipe.yaml.Value.Text;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Report;

/** Recipes as YAML. */
public final class RecipeText {
  private RecipeText() {}

  /**
   * The recipe of these steps on one model; what is as usual is left out. Reading it gives the same
   * operators, but for the folder of a report, which whoever runs a recipe decides.
   *
   * @throws Fault when a recipe has no words for a step
   */
  public static String of(
      ModelSource model, Optional<DataChoice> data, List<? extends Operator> operators) {
    var start =
        new Start(
            model instanceof ModelSource.Fresh fresh
                ? Optional.of(fresh.blueprint())
                : Optional.empty(),
            name -> Optional.empty());
    var text = new StringBuilder();
    data.ifPresent(choice -> text.append("data: ").append(data(choice)).append('\n'));
    text.append("models:\n  - ").append(model(model)).append("\nsteps:\n");
    for (Operator operator : operators) {
      String step = StepKinds.text(operator, start, false);
      if (!(operator instanceof Report) && !StepKinds.says(step, operator, start)) {
        throw new Fault(
            "A recipe has no words for all that this step of %s has; change what is unusual of it."
                .formatted(operator.name()));
      }
      text.append("  - ").append(step.replace("${", "$${")).append('\n');
    }
    return text.toString();
  }

  private static String model(ModelSource model) {
    return switch (model) {
      case ModelSource.File file -> word(file.path().toString());
      case ModelSource.Fresh fresh when fresh.seed() == 1 -> "fresh: " + fresh.blueprint().title();
      case ModelSource.Fresh fresh ->
          "{fresh: %s, seed: %d}".formatted(fresh.blueprint().title(), fresh.seed());
    };
  }

  private static String data(DataChoice data) {
    var keys = new ArrayList<String>();
    keys.add("where: " + word(data.where()));
    data.limit().ifPresent(limit -> keys.add("limit: " + limit));
    if (data.chooseOn() != Split.VALIDATION) {
      keys.add("choose-on: " + word(data.chooseOn()));
    }
    if (!data.chooseLimit().equals(data.limit())) {
      data.chooseLimit().ifPresent(limit -> keys.add("choose-limit: " + limit));
    }
    if (data.reportOn() != Split.TEST) {
      keys.add("report-on: " + word(data.reportOn()));
    }
    return keys.size() == 1 ? word(data.where()) : "{" + String.join(", ", keys) + "}";
  }

  private static String word(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  /** As it stands: what looks like a parameter is none. */
  private static String word(String text) {
    return Text.flow(text.replace("${", "$${"));
  }
}
