package org.weighbridge.experiment.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a file may be that another one names. */
final class Places {
  private Places() {}

  /** The way to a file from the folder of another; empty where there is none. */
  static Optional<String> relative(Path from, String to) {
    var target = path(to).filter(Path::isAbsolute);
    var folder = Objects.requireNonNull(from.toAbsolutePath().normalize().getParent());
    try {
      return target.map(path -> folder.relativize(path.normalize()).toString().replace('\\', '/'));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // they are on two disks
    }
  }

  /**
   * The files that are there: first by the way from the other file, for both may have been moved;
   * then where it was; then under its name beside the other file.
   */
  static List<Path> existing(Path from, Optional<String> relative, String was) {
    Path source = from.toAbsolutePath();
    var found = new LinkedHashSet<Path>();
    Stream.of(
            relative.flatMap(Places::path).map(source::resolveSibling),
            path(was).map(Path::toAbsolutePath),
            path(was).map(Path::getFileName).map(source::resolveSibling))
        .flatMap(Optional::stream)
        .map(Path::normalize)
        .filter(Files::exists)
        .forEach(found::add);
    return List.copyOf(found);
  }

  static Optional<Path> path(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
