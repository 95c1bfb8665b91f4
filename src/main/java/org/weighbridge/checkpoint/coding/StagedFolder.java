package org.weighbridge.checkpoint.coding;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weighbridge.fault.Fault;
import org.weighbridge.file.AtomicFile;

/** Several files that come into their place when all of them are whole. */
final class StagedFolder implements AutoCloseable {
  private final Path target;
  private final Path stage;

  private StagedFolder(Path target, Path stage) {
    this.target = target;
    this.stage = stage;
  }

  /**
   * Begins files.
   *
   * @param target a folder, or a file where there will be one only
   * @param bytes of all of them
   * @throws Fault when there is no room, or no access
   */
  static StagedFolder open(Path target, long bytes) {
    Path absolute = target.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new Fault("Cannot write " + target + ": name a folder in it.");
    }
    try {
      Files.createDirectories(parent);
      long free = Files.getFileStore(parent).getUsableSpace();
      if (bytes > free) {
        throw new Fault(
            "Cannot write %s: it takes %d MB and the disk has %d MB left; free some space or choose another folder."
                .formatted(target, megabytes(bytes), free / 1_000_000));
      }
      Path stage =
          parent.resolve(
              ".%s-%d-%x.part"
                  .formatted(
                      absolute.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
      Files.createDirectory(stage);
      return new StagedFolder(absolute, stage);
    } catch (IOException e) {
      throw cannot(target, e);
    }
  }

  private static long megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1_000_000L);
  }

  static Fault cannot(Path target, IOException e) {
    return new Fault("Cannot write " + target + ": " + AtomicFile.reason(e) + ".", e);
  }

  /** Where a file is to be written; its folders are made. */
  Path file(String name) {
    Path file = stage.resolve(name);
    if (!file.normalize().startsWith(stage)) {
      throw new Fault("The file " + name + " would lie outside of " + target + ".");
    }
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw cannot(target, e);
    }
    return file;
  }

  /**
   * Puts all files in place.
   *
   * @return where they are
   */
  List<Path> finish(List<String> names) {
    try {
      if (names.size() == 1 && !Files.isDirectory(target)) {
        move(stage.resolve(names.getFirst()), target);
        return List.of(target);
      }
      var files = names.stream().map(target::resolve).toList();
      if (!Files.exists(target)) {
        move(stage, target);
        return files;
      }
      for (int i = 0; i < files.size(); i++) {
        Files.createDirectories(files.get(i).getParent());
        move(stage.resolve(names.get(i)), files.get(i));
      }
      return new ArrayList<>(files);
    } catch (IOException e) {
      throw cannot(target, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Takes away what was not finished. */
  @Override
  public void close() {
    if (!Files.exists(stage)) {
      return;
    }
    try {
      Files.walkFileTree(
          stage,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // what is left has a name that says so
    }
  }
}
