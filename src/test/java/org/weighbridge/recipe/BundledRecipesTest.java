package org.weighbridge.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledRecipesTest {
  @ParameterizedTest
  @ValueSource(strings = {"paper-table", "paper-table-mnist"})
  void areRightAsTheyAre(String name) {
    Path file = Path.of("resources/recipes/" + name + ".yaml");
    var recipe = RecipeFile.read(file, Map.of("data", "digits"));
    assertEquals(name, recipe.name());
    assertEquals(2, recipe.jobs().size());
    for (Job job : recipe.jobs()) {
      var steps = job.steps().stream().map(step -> step.operator().name()).toList();
      assertEquals(
          List.of("optimize", "encode", "compare", "report"), steps.subList(1, steps.size()));
    }
  }
}
