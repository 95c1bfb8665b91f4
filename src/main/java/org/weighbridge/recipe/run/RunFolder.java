package org.weighbridge.recipe.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/**
 * The folder of a recipe's results: {@code steps} with a folder for each step, {@code jobs} with
 * what is wanted of each job, and the tables of all.
 *
 * @param path need not be there yet
 * @param notice told in a sentence what was damaged and is done again
 */
record RunFolder(Path path, Consumer<String> notice) {
  /** One process at a time works in a folder. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  Path steps() {
    return path.resolve("steps");
  }

  StepFolder step(String name) {
    return new StepFolder(steps().resolve(name), notice);
  }

  Path job(String name) {
    return path.resolve("jobs").resolve(name);
  }

  Path log() {
    return path.resolve("runs.jsonl");
  }

  MaterialFiles materials() {
    return new MaterialFiles(steps());
  }

  /**
   * Keeps other processes out until it is closed; a kill closes it, too.
   *
   * @throws Fault when another process works here, or nothing can be written
   */
  Held hold() {
    @Nullable FileChannel channel = null;
    try {
      Files.createDirectories(path);
      channel =
          FileChannel.open(
              path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(null);
      }
      return close(channel);
    } catch (OverlappingFileLockException e) {
      close(channel).close();
      throw inUse(e);
    } catch (IOException e) {
      throw new Fault("Cannot write %s: %s.".formatted(path, AtomicFile.reason(e)), e);
    }
  }

  private static Held close(@Nullable FileChannel channel) {
    return () -> {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        // the lock goes with the process
      }
    };
  }

  private Fault inUse(@Nullable Exception cause) {
    return new Fault(
        "Another run is at work in %s; wait for it, or give another folder by -o.".formatted(path),
        cause);
  }
}
