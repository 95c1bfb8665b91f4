package org.weighbridge.recipe.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/** Folders as wholes. */
final class Folders {
  private Folders() {}

  /**
   * Deletes a file, or a folder with all that is in it, or a link and not what it leads to; nothing
   * happens when it is not there.
   */
  static void delete(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new Fault("Cannot delete %s: %s.".formatted(path, AtomicFile.reason(e)), e);
    }
  }

  /** All files in a folder and below, sorted. */
  static List<Path> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The same files elsewhere: the same on the disk where that is possible, else copies. */
  static void link(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        for (Path file : files(from)) {
          link(file, to.resolve(from.relativize(file).toString()));
        }
        return;
      }
      Files.createDirectories(to.toAbsolutePath().getParent());
      try {
        Files.createLink(to, from);
      } catch (IOException | UnsupportedOperationException noLinks) {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new Fault("Cannot write %s: %s.".formatted(to, AtomicFile.reason(e)), e);
    }
  }
}
