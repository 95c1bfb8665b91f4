package org.weighbridge.recipe.run;

import java.nio.file.Path;

/** A process that runs a small recipe, to be killed: model, data, results. */
final class KilledRun {
  private KilledRun() {}

  public static void main(String[] arguments) {
    var recipes = new SmallRecipes(Path.of(arguments[0]), arguments[1]);
    SmallRecipes.run(recipes.small(), Path.of(arguments[2]), 2);
  }
}
