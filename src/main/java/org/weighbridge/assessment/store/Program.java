package org.weighbridge.assessment.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.file.ProgramPlace;

/**
 * The program itself as content: encoders may change between builds, and sizes and losses with
 * them.
 */
public final class Program {
  /**
   * SHA-256 of classes and names of libraries, hexadecimal. Empty when the program cannot be read:
   * then no point it measures is worth keeping.
   */
  public static final Optional<String> HASH = hash();

  private Program() {}

  private static Optional<String> hash() {
    try {
      return Optional.of(hash(ProgramPlace.find()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Hashes a program and the names of its libraries, which hold their versions.
   *
   * @param location its archive, whose manifest names the libraries, or a folder of classes, where
   *     the class path does
   */
  static String hash(Path location) throws IOException {
    var hash = new ContentHash();
    if (!Files.isDirectory(location)) {
      return hash.add(Files.readAllBytes(location)).hex();
    }
    List<Path> classes;
    try (var files = Files.walk(location)) {
      classes = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : classes) {
      hash.add(location.relativize(file).toString()).add(Files.readAllBytes(file));
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      hash.add(String.valueOf(Path.of(entry).getFileName()));
    }
    return hash.hex();
  }
}
