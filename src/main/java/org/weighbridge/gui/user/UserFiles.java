package org.weighbridge.gui.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;
import org.weighbridge.file.UserFolder;

/**
 * Where the window keeps what is the user's.
 *
 * @param configuration settings and recent files; empty when nothing is kept
 * @param state autosaved sessions; empty when nothing is kept
 */
public record UserFiles(Optional<Path> configuration, Optional<Path> state) {
  /** Beyond it a file is not ours. */
  private static final long LARGEST = 1 << 20;

  /** The user's own folders. */
  public static UserFiles ofUser() {
    return new UserFiles(UserFolder.CONFIGURATION.find(), UserFolder.STATE.find());
  }

  /** Nothing is read and nothing kept. */
  public static UserFiles none() {
    return new UserFiles(Optional.empty(), Optional.empty());
  }

  /** Whether anything of the user's is read and kept, measured curves included. */
  public boolean keeps() {
    return configuration.isPresent() || state.isPresent();
  }

  /** The lines of a small file of the configuration; none when it cannot be read. */
  List<String> lines(String name) {
    if (configuration.isEmpty()) {
      return List.of();
    }
    Path file = configuration.get().resolve(name);
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Writes such a file; what cannot be kept is no reason to disturb the user. */
  void write(String name, List<String> lines) {
    if (configuration.isEmpty()) {
      return;
    }
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(configuration.get().resolve(name), out -> out.write(text));
    } catch (Fault e) {
      // a disk that is full or not writable: the session goes on with what is in memory
    }
  }
}
