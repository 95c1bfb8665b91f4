package org.weighbridge.gui.user;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that were opened last, newest first, kept one per line. */
public final class RecentFiles {
  /** So many are remembered. */
  public static final int MOST = 10;

  private static final String FILE = "recent";

  /**
   * A file that was open.
   *
   * @param missing whether it was gone when that was looked for last
   */
  public record Recent(Path file, boolean missing) {
    public String name() {
      return file.getFileName() + "";
    }
  }

  private final UserFiles files;
  private final Executor writing;
  private final Executor window;
  private final ObservableList<Recent> all = FXCollections.observableArrayList();

  // held, because the list it wraps knows it weakly only
  private final ObservableList<Recent> shown = FXCollections.unmodifiableObservableList(all);

  /**
   * The files as they were left.
   *
   * @param writing reads and writes files, off the window's thread
   * @param window runs tasks on the window's thread
   */
  public RecentFiles(UserFiles files, Executor writing, Executor window) {
    this.files = files;
    this.writing = writing;
    this.window = window;
    writing.execute(
        () -> {
          var found = files.lines(FILE).stream().flatMap(line -> path(line).stream()).toList();
          var looked = look(found);
          window.execute(() -> merge(looked));
        });
  }

  /** Newest first. */
  public ObservableList<Recent> all() {
    return shown;
  }

  /** A file was opened or written: it comes first. */
  public void add(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    change(
        before -> {
          var next = new ArrayList<Recent>();
          next.add(new Recent(absolute, false));
          before.stream().filter(recent -> !recent.file().equals(absolute)).forEach(next::add);
          return next;
        });
  }

  /** The user does not want to see it any more. */
  public void remove(Path file) {
    change(before -> before.stream().filter(recent -> !recent.file().equals(file)).toList());
  }

  public void clear() {
    change(before -> List.of());
  }

  /** Looks again which of them are there. */
  public void refresh() {
    var now = all.stream().map(Recent::file).toList();
    writing.execute(
        () -> {
          var looked = look(now);
          window.execute(
              () -> {
                if (all.stream().map(Recent::file).toList().equals(now) && !all.equals(looked)) {
                  all.setAll(looked);
                }
              });
        });
  }

  private void change(UnaryOperator<List<Recent>> how) {
    var next = how.apply(List.copyOf(all)).stream().limit(MOST).toList();
    if (!next.equals(all)) {
      all.setAll(next);
      var lines =
          next.stream()
              .map(recent -> recent.file().toString())
              .filter(line -> line.lines().count() == 1)
              .toList();
      writing.execute(() -> files.write(FILE, lines));
    }
  }

  /** What was opened while the file was being read stays in front. */
  private void merge(List<Recent> kept) {
    var next = new ArrayList<>(all);
    kept.stream()
        .filter(recent -> next.stream().noneMatch(one -> one.file().equals(recent.file())))
        .forEach(next::add);
    all.setAll(next.stream().limit(MOST).toList());
  }

  private static List<Recent> look(List<Path> files) {
    return files.stream()
        .distinct()
        .limit(MOST)
        .map(file -> new Recent(file, !Files.exists(file)))
        .toList();
  }

  private static List<Path> path(String line) {
    try {
      return line.isBlank() ? List.of() : List.of(Path.of(line));
    } catch (InvalidPathException e) {
      return List.of(); // of another system, or damaged
    }
  }
}
