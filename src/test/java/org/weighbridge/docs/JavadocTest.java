package org.weighbridge.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every public type says what it is. What Javadoc itself finds wrong in comments fails {@code mvn
 * javadoc:javadoc}; it is not asked what is missing, for it would want a tag for every component of
 * every record.
 */
class JavadocTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|record|interface|enum|@interface) ");

  @Test
  void everyPublicTypeIsDescribed() throws IOException {
    List<String> silent = new ArrayList<>();
    int read = 0;
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        var type = TYPE.matcher(source);
        if (type.find()) {
          read++;
          String before = source.substring(0, type.start());
          String behindImports = before.substring(before.lastIndexOf("\nimport ") + 1);
          if (!behindImports.contains("*/")) {
            silent.add(file.toString());
          }
        }
      }
    }
    assertEquals(List.of(), silent);
    assertTrue(read > 500, "read " + read + " types");
  }
}
