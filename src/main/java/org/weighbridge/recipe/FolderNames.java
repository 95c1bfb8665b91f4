package org.weighbridge.recipe;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of folders, safe on every system and each another. Mutable. */
final class FolderNames {
  private static final int LONGEST = 100;
  private static final String RESERVED = "(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?";

  private final Set<String> given = new HashSet<>();

  /** Only letters, digits, points, hyphens and underscores; a name that systems do not reserve. */
  static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+|[._-]+$", "");
    if (safe.length() > LONGEST) {
      safe = safe.substring(0, LONGEST).replaceAll("[._-]+$", "");
    }
    return safe.isEmpty() || safe.matches(RESERVED)
        ? "job" + (safe.isEmpty() ? "" : "-" + safe)
        : safe;
  }

  /** A safe name that nobody was given, in whatever case. */
  String unique(String name) {
    String safe = safe(name);
    String unique = safe;
    for (int i = 2; !given.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = safe + "-" + i;
    }
    return unique;
  }
}
