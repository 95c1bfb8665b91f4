package org.weighbridge.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** How many physical cores there are: two threads of one core gain nothing in matrix products. */
public final class Cores {
  private static final int PHYSICAL = count();

  private Cores() {}

  /** At least 1, at most the processors that this process may use. */
  public static int physical() {
    return PHYSICAL;
  }

  private static int count() {
    int processors = Runtime.getRuntime().availableProcessors();
    Set<String> siblings = new HashSet<>();
    try (var folders = Files.newDirectoryStream(Path.of("/sys/devices/system/cpu"), "cpu[0-9]*")) {
      for (Path folder : folders) {
        Path list = folder.resolve("topology/thread_siblings_list");
        if (Files.isReadable(list)) {
          siblings.add(Files.readString(list).strip());
        }
      }
    } catch (IOException e) {
      return processors; // not Linux: take what the JVM says
    }
    return siblings.isEmpty() ? processors : Math.min(processors, siblings.size());
  }
}
