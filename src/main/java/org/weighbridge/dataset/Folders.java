package org.weighbridge.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.weighbridge.fault.Fault;

/** Looks into folders of data files. */
final class Folders {
  private Folders() {}

  /** The files of a folder in the order of their names. */
  static List<Path> files(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw DataFile.unreadable(folder, e);
    }
  }

  /**
   * The one file of a list; of a file and the same packed ({@code .gz}), the plain one.
   *
   * @throws Fault when the choice is not clear
   */
  static Optional<Path> single(List<Path> found) {
    List<Path> distinct =
        found.stream()
            .filter(file -> !found.contains(file.resolveSibling(withoutGz(file))) || !isGz(file))
            .toList();
    if (distinct.size() > 1) {
      throw new Fault(
          "Both %s and %s could be meant: name one of them instead of the folder."
              .formatted(distinct.get(0), distinct.get(1).getFileName()));
    }
    return distinct.stream().findFirst();
  }

  /** A data set's name for people, such as {@code mnist, test}. */
  static String describe(Path folder, Split split) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return describe((name == null ? folder : name).toString(), split);
  }

  /** A data set's name for people. */
  static String describe(String name, Split split) {
    return name + ", " + split.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isGz(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static String withoutGz(Path file) {
    return (file.getFileName() + "").replaceFirst("\\.gz$", "");
  }
}
