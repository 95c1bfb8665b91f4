package org.weighbridge.file;

import static java.lang.System.nanoTime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.weighbridge.fault.Fault;

/** Writes whole files: under a temporary name beside the target, moved over it when complete. */
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
   * @throws Fault when the folder cannot be written or the disk is full
   */
  public static void write(Path target, Content content) {
    Path absolute = target.toAbsolutePath();
    Path temporary = null;
    try {
      if (Files.isDirectory(absolute)) {
        throw new Fault("Cannot write " + target + ": it is a folder; name a file in it.");
      }
      Path folder = absolute.getParent();
      Files.createDirectories(folder);
      String unused =
          "%s-%d-%x".formatted(absolute.getFileName(), ProcessHandle.current().pid(), nanoTime());
      temporary = folder.resolve("." + unused + ".part");
      // not createTempFile: what it makes nobody else may read, and the target keeps its rights
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      move(temporary, absolute);
      temporary = null;
    } catch (IOException e) {
      throw new Fault("Cannot write " + target + ": " + writing(e) + ".", e);
    } finally {
      if (temporary != null) {
        delete(temporary);
      }
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

  private static String writing(IOException e) {
    return e instanceof NoSuchFileException
        ? "its folder takes no files; choose another"
        : reason(e);
  }

  /** What went wrong, in words: the exceptions of {@code java.nio.file} often say only a path. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied; choose another folder or change its rights";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof java.nio.file.FileAlreadyExistsException) {
      return "a file stands where a folder is needed";
    }
    String message = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    if (message != null && message.contains("No space left")) {
      return "the disk is full; free some space or choose another folder";
    }
    if (message != null && message.contains("Read-only file system")) {
      return "the disk is read-only; choose another folder";
    }
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
