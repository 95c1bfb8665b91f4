package org.weighbridge.recipe;

import java.nio.file.Path;
import java.util.Map;
import org.weighbridge.fault.Fault;

/** Recipes as files. */
public final class RecipeFile {
  private RecipeFile() {}

  /**
   * Reads a recipe and checks everything that can be checked before it runs. Models and data are
   * looked for in the recipe's folder, then in the current one.
   *
   * @param set values of parameters by name, in place of those in the file; those that begin with a
   *     bracket are YAML
   * @throws Fault with up to ten sentences, a line each, of what is wrong at which line and column
   */
  public static Recipe read(Path file, Map<String, String> set) {
    return new RecipeReader(RecipeSource.read(file)).read(set);
  }
}
