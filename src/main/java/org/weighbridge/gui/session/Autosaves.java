package org.weighbridge.gui.session;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.weighbridge.experiment.session.Session;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.fault.Fault;

/**
 * Sessions that were not saved, one file per process, so that windows beside each other do not
 * write over each other's. Not on the window's thread.
 */
final class Autosaves {
  /** So many of processes that ended are kept; older ones go. */
  private static final int MOST = 5;

  private static final Pattern NAME = Pattern.compile("unsaved-(\\d+)\\.wbsession");

  private final Path folder;
  private final Path mine;
  private final LongPredicate alive;

  /**
   * Those in a folder.
   *
   * @param process the number of this process
   * @param alive whether a process is still running
   */
  Autosaves(Path folder, long process, LongPredicate alive) {
    this.folder = folder;
    this.mine = folder.resolve("unsaved-" + process + SessionFile.ENDING);
    this.alive = alive;
  }

  /** Those of this machine's processes. */
  static Autosaves in(Path folder) {
    return new Autosaves(
        folder,
        ProcessHandle.current().pid(),
        process -> ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false));
  }

  /** Keeps the session of this process in place of what it kept before. */
  void keep(Session session) {
    SessionFile.write(session, mine);
  }

  /** Everything of this process is saved. */
  void drop() {
    delete(mine);
  }

  /** The newest one that a process left behind when it ended. */
  Optional<Path> left() {
    var found = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(folder, "*" + SessionFile.ENDING)) {
      for (Path file : files) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && !file.equals(mine) && !alive.test(number(name.group(1)))) {
          found.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return Optional.empty(); // nothing was ever kept
    }
    found.sort(Comparator.comparing(Autosaves::written).reversed());
    List.copyOf(found).stream().skip(MOST).forEach(Autosaves::delete);
    return found.stream().findFirst();
  }

  /** Makes what another process left this one's, so that nobody else offers it. */
  Path takeOver(Path left) {
    try {
      return Files.move(left, mine, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Fault("Cannot take over " + left + "; open it as a file instead.", e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it is offered once more
    }
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
