package org.weighbridge.recipe;

import java.util.List;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.workflow.Operator;

/** Recipes as YAML. */
public final class RecipeText {
  private RecipeText() {}

  /**
   * The recipe of these steps on one model; what is as usual is left out. Reading it gives the same
   * operators.
   *
   * @throws Fault when a recipe has no words for a step
   */
  public static String of(
      ModelSource model, Optional<DataChoice> data, List<? extends Operator> operators) {
    throw new Fault("Recipes are not written yet: " + model + data + operators);
  }
}
