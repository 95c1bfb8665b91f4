package org.weighbridge.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** What the system's errors mean and what to do about them, without a full stop. */
final class IoReason {
  /** A part of what the systems say, in the order of asking, and what it is called here. */
  private record Known(String part, String words) {}

  private static final String FULL = "the disk is full; free some space or choose another folder";

  private static final List<Known> KNOWN =
      List.of(
          new Known("No space left", FULL),
          new Known("not enough space on the disk", FULL),
          new Known(
              "quota exceeded",
              "your share of the disk is used up; free some space or choose another folder"),
          new Known(
              "File too large",
              "the file is larger than this disk or a limit of the system (ulimit -f) allows;"
                  + " choose another folder or raise the limit"),
          new Known("Read-only file system", "the disk is read-only; choose another folder"),
          new Known("File name too long", "its name is too long; choose a shorter one"),
          new Known("Too many open files", "too many files are open; raise ulimit -n"),
          new Known(
              "used by another process",
              "another program has it open; close it there or choose another name"),
          new Known("Broken pipe", "nobody reads it any more"));

  private IoReason() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied; choose another folder or change its rights";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file stands where a folder is needed";
    }
    if (e instanceof FileSystemLoopException) {
      return "it is a link that leads back to itself; remove it or choose another name";
    }
    String message = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : known(message).orElse(message.strip().replaceFirst("\\.$", ""));
  }

  /** The same where the file is being made: it is its folder that is not there. */
  static String ofWriting(IOException e) {
    return e instanceof NoSuchFileException
        ? "its folder takes no files or is gone; choose another"
        : of(e);
  }

  private static Optional<String> known(String message) {
    return KNOWN.stream()
        .filter(known -> message.contains(known.part()))
        .map(Known::words)
        .findFirst();
  }
}
