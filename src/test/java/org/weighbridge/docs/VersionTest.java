package org.weighbridge.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The papers that go with the program name the version of the build. */
class VersionTest {
  private static String first(String file, String pattern) throws IOException {
    var found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
    assertTrue(found.find(), file + " has " + pattern);
    return found.group(1);
  }

  private static Map<?, ?> citation() throws IOException {
    var loader = new Load(LoadSettings.builder().build());
    return (Map<?, ?>) loader.loadFromString(Files.readString(Path.of("CITATION.cff")));
  }

  @Test
  void theCitationNamesIt() throws IOException {
    assertEquals(
        first("pom.xml", "<artifactId>weighbridge</artifactId>\\s*<version>([^<]+)<"),
        citation().get("version"));
  }

  @Test
  void theChangelogBeginsWithIt() throws IOException {
    assertEquals(
        first("pom.xml", "<artifactId>weighbridge</artifactId>\\s*<version>([^<]+)<"),
        first("CHANGELOG.md", "(?m)^## \\[([^\\]]+)]"));
  }

  /** The keys that the Citation File Format 1.2.0 requires, of the whole and of references. */
  @Test
  void theCitationIsComplete() throws IOException {
    var citation = citation();
    assertEquals("1.2.0", citation.get("cff-version"));
    assertEquals("Apache-2.0", citation.get("license"));
    for (String key : List.of("message", "title", "authors")) {
      assertTrue(citation.get(key) != null, key);
    }
    var references = (List<?>) citation.get("references");
    assertFalse(references.isEmpty());
    for (Object reference : references) {
      var map = (Map<?, ?>) reference;
      for (String key : List.of("type", "title", "authors", "year")) {
        assertTrue(map.get(key) != null, key + " of " + map.get("title"));
      }
    }
  }
}
