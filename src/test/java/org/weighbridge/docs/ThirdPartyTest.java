package org.weighbridge.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** THIRD-PARTY.md lists what the program runs with, neither more nor less. */
class ThirdPartyTest {
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `([^`|]+:[^`|]+)` \\| (\\S+) \\| ([^|]+) \\| <[^|]+> \\| [^|]+ \\|$");

  private record Listed(String version, String licence) {}

  private static Map<String, Listed> listed() throws IOException {
    var listed = new TreeMap<String, Listed>();
    var rows = ROW.matcher(Files.readString(Path.of("THIRD-PARTY.md")));
    while (rows.find()) {
      listed.put(rows.group(1), new Listed(rows.group(2), rows.group(3)));
    }
    return listed;
  }

  @Test
  void everyLibraryIsListedInItsVersion() throws IOException {
    var expected = new TreeMap<String, String>();
    RuntimeLibrary.all().forEach((name, library) -> expected.put(name, library.version()));
    var actual = new TreeMap<String, String>();
    listed().forEach((name, entry) -> actual.put(name, entry.version()));
    assertEquals(expected, actual);
  }

  @Test
  void licencesAreThoseDeclared() throws IOException {
    var listed = listed();
    int told = 0;
    for (RuntimeLibrary library : RuntimeLibrary.all().values()) {
      Set<String> declared = DeclaredLicences.of(library);
      Listed entry = listed.get(library.name());
      if (!declared.isEmpty() && entry != null) {
        assertEquals(declared, Set.of(entry.licence().split(" OR ")), library.name());
        told++;
      }
    }
    assertTrue(told >= 25, "only " + told + " libraries declare a licence of their own");
  }

  /** But for those whose text is in the jar of the library or the font. */
  @Test
  void theTextOfEveryLicenceIsThere() throws IOException {
    var texts = new TreeSet<String>();
    listed().values().forEach(entry -> texts.add(entry.licence().replaceFirst("CC0-1.0 OR ", "")));
    for (String licence : texts) {
      String file = licence.replaceAll("-(?:only)", "").replace(" WITH ", "-with-");
      file = file.replace("Classpath-exception-2.0", "classpath-exception") + ".txt";
      assertTrue(Files.exists(Path.of("licences", file)), "licences/" + file);
    }
  }
}
