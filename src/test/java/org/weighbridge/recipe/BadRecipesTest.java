package org.weighbridge.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighbridge.fault.Fault;

/** Recipes that are wrong, with the exact sentences that are told of them. */
class BadRecipesTest {
  private static final Path TABLE = Path.of("src/test/resources/recipe/bad.txt");

  @TempDir private Path folder;

  /** Recipes and sentences, divided by lines of hyphens and equals signs. */
  static Stream<Arguments> table() throws Exception {
    return Arrays.stream(Files.readString(TABLE).split("(?m)^====.*\n"))
        .filter(part -> !part.isBlank())
        .map(part -> part.split("(?m)^----\n"))
        .map(parts -> Arguments.of(parts[0], parts.length > 1 ? parts[1].strip() : ""));
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyProblemIsToldWithItsPlace(String text, String sentences) throws Exception {
    Path file = Files.writeString(folder.resolve("recipe.yaml"), text.replace("<TAB>", "\t"));

    var fault = assertThrows(Fault.class, () -> RecipeFile.read(file, Map.of()), text);

    assertEquals(sentences, fault.sentence(), text);
  }

  /** Prints the table anew, for whoever changes a sentence: look at each before keeping it. */
  static void main() throws Exception {
    var parts = new ArrayList<String>();
    Path folder = Files.createTempDirectory("recipes");
    for (var row : table().toList()) {
      String text = (String) row.get()[0];
      Path file = Files.writeString(folder.resolve("recipe.yaml"), text.replace("<TAB>", "\t"));
      String told;
      try {
        told = "NO FAULT: " + RecipeFile.read(file, Map.of());
      } catch (Fault fault) {
        told = fault.sentence();
      }
      parts.add(text + "----\n" + told + "\n");
    }
    Files.writeString(TABLE, String.join("====\n", parts));
  }
}
