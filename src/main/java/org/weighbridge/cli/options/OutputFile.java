package org.weighbridge.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.weighbridge.fault.Fault;

/** Looks at a place to write to before hours of work, instead of after them. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Checks that a file can be written here as far as can be seen beforehand.
   *
   * @throws Fault when it cannot
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new Fault("Cannot write " + file + ": it is a folder; name a file in it.");
    }
    checkFolder(file, Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /** The same for a folder that files will be written into. */
  public static void checkFolder(Path folder) {
    checkFolder(folder, folder.toAbsolutePath());
  }

  private static void checkFolder(Path wanted, Path folder) {
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there != null && !Files.isDirectory(there)) {
      throw new Fault(
          "Cannot write %s: %s is a file where a folder is needed; choose another folder."
              .formatted(wanted, there));
    }
    if (there == null || !Files.isWritable(there)) {
      throw new Fault(
          "Cannot write %s: access to %s is denied; choose another folder or change its rights."
              .formatted(wanted, there));
    }
  }
}
