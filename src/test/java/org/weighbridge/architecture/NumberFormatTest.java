package org.weighbridge.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fractions and grouped numbers look the same on every machine: whoever formats them says {@code
 * Locale.ROOT}. Bytecode does not tell formats from other texts, so the sources are read.
 */
class NumberFormatTest {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

  /** What a locale changes: the decimal point, or the groups of thousands. */
  private static final Pattern CONVERSION =
      Pattern.compile(
          "%(?:[-+ 0#(]*\\d*(?:\\.\\d+)?[fegEG]|[-+ 0#(]*,[-+ 0#(,]*\\d*(?:\\.\\d+)?[a-z])");

  /** The code before a format that may be in several pieces, or one of two. */
  private static final Pattern SAID =
      Pattern.compile("Locale\\.ROOT,(?:" + LITERAL.pattern() + "|[^;()\"])*$");

  /** The code behind a format that is given no locale. */
  private static final Pattern UNSAID = Pattern.compile("^\\s*\\)?\\s*\\.formatted\\(");

  private static List<String> unsaid(String source) {
    var unsaid = new ArrayList<String>();
    var literals = LITERAL.matcher(source);
    while (literals.find()) {
      boolean formats = CONVERSION.matcher(literals.group().replace("%%", "")).find();
      boolean said =
          SAID.matcher(source.substring(0, literals.start())).find()
              && !UNSAID.matcher(source.substring(literals.end())).find();
      if (formats && !said) {
        unsaid.add(literals.group());
      }
    }
    return unsaid;
  }

  @Test
  void noNumberDependsOnTheLocale() throws IOException {
    var found = new ArrayList<String>();
    int read = 0;
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        unsaid(Files.readString(file)).forEach(text -> found.add(file + ": " + text));
        read++;
      }
    }
    assertEquals(List.of(), found);
    assertTrue(read > 100, "only " + read + " sources were read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"%.2f\".formatted(x)",
        "String.format(\"%g\", x)",
        "(\"of %s\" + \" %5.1e\").formatted(a, x)",
        "String.format(Locale.getDefault(), \"%+.3f\", x)",
        "\"%,d\".formatted(n)",
        "String.format(Locale.ROOT, \"%s\", \"%.2f\".formatted(x))",
        "f(Locale.ROOT, a); out.printf(\"%.1f %%\", x)"
      })
  void findsThoseThatDo(String source) {
    assertEquals(1, unsaid(source).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String.format(Locale.ROOT, \"%.2f\", x)",
        "String.format(Locale.ROOT, \"of %s\"\n + \" %.2f\", a, x)",
        "String.format(Locale.ROOT, x < 1 ? \"%.4f\" : \"%.3f\", x)",
        "\"100 %% for %d of %s\".formatted(a, b)",
        "\"50 %% free\".formatted()"
      })
  void leavesTheOthersAlone(String source) {
    assertEquals(List.of(), unsaid(source));
  }
}
