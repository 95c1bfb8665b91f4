package org.weighbridge.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The licences that a library declares in its manifest and in the pom beside it. */
final class DeclaredLicences {
  /** What licences are called in lower case, and their SPDX identifiers. */
  private static final Map<String, String> NAMES =
      Map.of(
          "apache", "Apache-2.0",
          "lgpl", "LGPL-3.0-only",
          "gplv2+ce", "GPL-2.0-only WITH Classpath-exception-2.0",
          "mit license", "MIT",
          "opensource.org/license/mit", "MIT",
          "bsd-2-clause", "BSD-2-Clause",
          "bsd-3-clause", "BSD-3-Clause",
          "the 3-clause bsd", "BSD-3-Clause",
          "publicdomain/zero", "CC0-1.0");

  private static final Pattern DECLARED = Pattern.compile("(?s)<licenses>.*?</licenses>");

  private DeclaredLicences() {}

  /** SPDX identifiers; none where neither tells. */
  static Set<String> of(RuntimeLibrary library) throws IOException {
    String declared = manifest(library.jar()) + pom(library);
    var found = new TreeSet<String>();
    NAMES.forEach(
        (name, spdx) -> {
          if (declared.toLowerCase(Locale.ROOT).contains(name)) {
            found.add(spdx);
          }
        });
    return found;
  }

  private static String manifest(Path file) throws IOException {
    try (var jar = new JarFile(file.toFile())) {
      var manifest = jar.getManifest();
      String licence =
          manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-License");
      return licence == null ? "" : licence + "\n";
    }
  }

  private static String pom(RuntimeLibrary library) throws IOException {
    String artifact = library.name().substring(library.name().indexOf(':') + 1);
    Path pom = library.jar().resolveSibling(artifact + "-" + library.version() + ".pom");
    var declared = DECLARED.matcher(Files.exists(pom) ? Files.readString(pom) : "");
    return declared.find() ? declared.group() : "";
  }
}
