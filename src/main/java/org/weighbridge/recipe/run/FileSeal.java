package org.weighbridge.recipe.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.weighbridge.job.Progress;

/**
 * What a file was when a step ended.
 *
 * @param name from the step's folder on, with {@code /} between folders
 * @param bytes its length
 * @param sha256 of its content, hexadecimal
 */
record FileSeal(String name, long bytes, String sha256) {
  /** Some milliseconds of a disk lie between two questions whether it is still wanted. */
  private static final int CHUNK = 1 << 20;

  FileSeal {
    WithinFolder.check(name);
  }

  static FileSeal of(Path folder, Path file, Progress progress) throws IOException {
    String name = folder.relativize(file).toString().replace('\\', '/');
    return new FileSeal(name, Files.size(file), sha256(file, progress));
  }

  /** Whether the file is still the same. */
  boolean holds(Path folder, Progress progress) {
    Path file = folder.resolve(name);
    try {
      return Files.isRegularFile(file)
          && Files.size(file) == bytes
          && sha256(file, progress).equals(sha256);
    } catch (IOException e) {
      return false;
    }
  }

  private static String sha256(Path file, Progress progress) throws IOException {
    var digest = KeyHash.sha256();
    byte[] chunk = new byte[CHUNK];
    try (var in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        progress.check();
        digest.update(chunk, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
