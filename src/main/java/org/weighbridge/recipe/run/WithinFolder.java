package org.weighbridge.recipe.run;

import java.nio.file.Path;
import java.util.Arrays;

/** Names of files in a folder of results, as its own JSON files say them. */
final class WithinFolder {
  private WithinFolder() {}

  /**
   * Looks that a name leads nowhere else on any system: such folders are handed on.
   *
   * @param name with {@code /} between folders
   * @throws IllegalArgumentException when it does
   */
  static void check(String name) {
    boolean within =
        name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\' || c == ':')
            && Arrays.stream(name.split("/", -1))
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    if (!within || Path.of(name).isAbsolute()) { // no path at all is an argument as wrong
      throw new IllegalArgumentException("\"" + name + "\" is no file of the folder");
    }
  }
}
