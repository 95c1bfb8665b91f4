package org.weighbridge.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.weighbridge.fault.Fault;

/**
 * Writes whole files: under a temporary name beside the target, moved over it when complete and on
 * the disk. Where links lead is replaced and not the link, rights stay, and what is no file, such
 * as {@code /dev/stdout}, is written as it is: docs/decisions/0111.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Produces the content of a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code target}, creating its folder. Either the whole new file stands there afterwards
   * or the old state is untouched, whatever goes wrong in between.
   *
   * @throws Fault when the folder cannot be written, the file is write-protected or the disk is
   *     full
   */
  public static void write(Path target, Content content) {
    try {
      Path real = Targets.behindLinks(target.toAbsolutePath());
      if (Files.isDirectory(real)) {
        throw new Fault("Cannot write " + target + ": it is a folder; name a file in it.");
      }
      if (Targets.isNoFile(real)) {
        writeThrough(real, content);
        return;
      }
      if (Files.exists(real) && !Files.isWritable(real)) {
        throw new Fault(
            "Cannot write "
                + target
                + ": it is write-protected; choose another name or change its rights.");
      }
      replace(real, content);
    } catch (IOException e) {
      throw new Fault("Cannot write " + target + ": " + IoReason.ofWriting(e) + ".", e);
    } catch (UncheckedIOException e) {
      throw new Fault(
          "Cannot write "
              + target
              + ": "
              + IoReason.ofWriting(Objects.requireNonNull(e.getCause()))
              + ".",
          e);
    }
  }

  /** What went wrong, in words: the exceptions of {@code java.nio.file} often say only a path. */
  public static String reason(IOException e) {
    return IoReason.of(e);
  }

  private static void replace(Path target, Content content) throws IOException {
    Path folder = Objects.requireNonNull(target.getParent());
    Files.createDirectories(folder);
    Leftovers.sweep(folder);
    Path temporary = folder.resolve(Leftovers.name());
    boolean moved = false;
    try {
      // not createTempFile: what it makes nobody else may read
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Targets.keepRights(target, temporary);
      move(temporary, target);
      moved = true;
    } finally {
      if (!moved) {
        delete(temporary);
      }
    }
    Targets.forceFolder(folder);
  }

  /** To a device or a pipe, which neither have an old state nor can be replaced. */
  private static void writeThrough(Path device, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(device, StandardOpenOption.APPEND)) {
      var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
