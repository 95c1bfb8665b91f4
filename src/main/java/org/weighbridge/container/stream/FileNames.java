package org.weighbridge.container.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of files that lead nowhere outside the folder they are written to, on any system, and do
 * not stand in each other's way.
 */
public final class FileNames {
  private static final int LONGEST = 1024;

  /** What Windows takes for a drive, a stream or a wildcard, and what terminals take for orders. */
  private static final Pattern UNUSUAL = Pattern.compile("[\\\\:*?\"<>|\\p{Cntrl}]");

  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");

  private FileNames() {}

  /** What is wrong with a set of names, as a part of a sentence; empty when nothing is. */
  public static Optional<String> wrong(List<String> names) {
    var seen = new HashSet<String>();
    var folders = new HashSet<String>();
    for (String name : names) {
      if (!safe(name)) {
        return Optional.of("\"" + printable(name) + "\" is no name of a file below a folder");
      }
      String folded = name.toLowerCase(Locale.ROOT);
      if (!seen.add(folded)) {
        return Optional.of("two files are called " + name);
      }
      for (int at = folded.indexOf('/'); at >= 0; at = folded.indexOf('/', at + 1)) {
        folders.add(folded.substring(0, at));
      }
    }
    return names.stream()
        .filter(name -> folders.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(name -> name + " is a file and a folder");
  }

  private static boolean safe(String name) {
    if (name.length() > LONGEST || UNUSUAL.matcher(name).find()) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      // Windows drops dots and blanks at the end: "x." would be "x"
      if (part.isEmpty()
          || part.endsWith(".")
          || part.endsWith(" ")
          || DEVICE.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }

  private static String printable(String name) {
    String shown = name.replaceAll("\\p{Cntrl}", "?");
    return shown.length() > 80 ? shown.substring(0, 80) + "…" : shown;
  }
}
