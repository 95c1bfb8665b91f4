package org.weighbridge.recipe.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
   * Does work while no other process works here; a kill ends that, too.
   *
   * @throws Fault when another process works here, nothing can be written, or it would be written
   *     elsewhere
   */
  <T> T held(Supplier<T> work) {
    refuseLinks();
    try (FileChannel channel = open()) {
      if (!lock(channel)) {
        throw new Fault(
            "Another run is at work in %s; wait for it, or give another folder by -o."
                .formatted(path));
      }
      return work.get();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Folders of results are handed on: what is written here must not land where a link leads. */
  private void refuseLinks() {
    for (String name : List.of("steps", "jobs", "points", "runs.jsonl", ".lock")) {
      Path file = path.resolve(name);
      if (Files.isSymbolicLink(file)) {
        throw new Fault(
            "%s is a link to elsewhere; take it away, or give another folder by -o."
                .formatted(file));
      }
    }
  }

  private FileChannel open() {
    try {
      Files.createDirectories(path);
      return FileChannel.open(
          path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** The lock goes with the channel. */
  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private Fault cannotWrite(IOException e) {
    return new Fault(
        "Cannot write the folder of results %s: %s; give another one by -o."
            .formatted(path, AtomicFile.reason(e)),
        e);
  }
}
