package org.weighbridge.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The temporary files of {@link AtomicFile}, and those that killed processes left behind. Their
 * names say who writes them; they do not hold the target's, which may be as long as names can be.
 */
final class Leftovers {
  private static final Pattern NAME = Pattern.compile("\\.weighbridge-(\\d{1,18})-\\d+\\.part");

  /** A folder may be shared with machines whose processes nobody sees here. */
  private static final Duration FOR_CERTAIN = Duration.ofHours(1);

  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

  private Leftovers() {}

  /** A name that no other file has. */
  static String name() {
    long number = NEXT.getAndIncrement() & Long.MAX_VALUE;
    return ".weighbridge-%d-%d.part".formatted(ProcessHandle.current().pid(), number);
  }

  /**
   * Removes what processes that are no more left in a folder an hour ago or earlier: once in the
   * life of this process.
   */
  static void sweep(Path folder) {
    if (!SWEPT.add(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, ".weighbridge-*.part")) {
      for (Path file : files) {
        if (isLeft(file, Instant.now())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // they stay: whatever is wrong here the writing itself will tell
    }
  }

  private static boolean isLeft(Path file, Instant now) throws IOException {
    var name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
        && Files.isRegularFile(file)
        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FOR_CERTAIN));
  }
}
