package org.weighbridge.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.weighbridge.recipe.step.StepKinds;

/** The reference says what is read; {@code -Dupdate=true} writes it anew. */
class RecipeDocsTest {
  private static final Path PAGE = Path.of("docs/recipes.md");
  private static final String FROM = "## Steps\n\n";
  private static final String TO = "## Results\n";

  @Test
  void theReferenceIsThatOfTheKeys() throws Exception {
    String page = Files.readString(PAGE);
    String begin = page.substring(0, page.indexOf(FROM) + FROM.length());
    String end = page.substring(page.indexOf(TO));
    String expected = begin + StepKinds.reference().strip() + "\n\n" + end;
    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, expected);
    }
    assertEquals(expected, Files.readString(PAGE));
  }
}
