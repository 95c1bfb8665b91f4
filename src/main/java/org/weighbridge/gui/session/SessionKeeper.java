package org.weighbridge.gui.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.session.LoggedNetwork;
import org.weighbridge.experiment.session.RunLog;
import org.weighbridge.experiment.session.Session;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.gui.notice.Notices;
import org.weighbridge.gui.workbench.Debounce;
import org.weighbridge.gui.workbench.Subject;
import org.weighbridge.gui.workbench.Workbench;

/**
 * Which file the session at hand is, whether all of it is in there, and that nothing is lost when
 * it is not: a while after every change it is kept aside, and offered when the program starts
 * again.
 *
 * <p>Files are read and written off the window's thread, one after the other.
 */
public final class SessionKeeper {
  private final Workbench workbench;
  private final Notices notices;
  private final Executor writing;
  private final Executor window;
  private final Debounce quiet;
  private final @Nullable Autosaves autosaves;
  private final Consumer<Path> remember;
  private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Left> left = new ReadOnlyObjectWrapper<>();
  private @Nullable SessionState last;

  /** A session that was not saved when a program ended. */
  public record Left(Path file, SessionState state, Instant at) {}

  /**
   * A keeper.
   *
   * @param folder where unsaved sessions are kept; empty when they are not
   * @param writing reads and writes files, off the window's thread, in order
   * @param window runs tasks on the window's thread
   * @param quiet the quiet after a change before it is kept
   * @param remember told of every file that was opened or saved
   */
  public SessionKeeper(
      Workbench workbench,
      Notices notices,
      Optional<Path> folder,
      Executor writing,
      Executor window,
      Debounce quiet,
      Consumer<Path> remember) {
    this.workbench = workbench;
    this.notices = notices;
    this.writing = writing;
    this.window = window;
    this.quiet = quiet;
    this.remember = remember;
    this.autosaves = folder.map(Autosaves::in).orElse(null);
    workbench.subject().addListener((o, before, now) -> opened(before, now));
    workbench.history().current().addListener(change -> changed());
    workbench.history().moving().addListener(change -> changed());
    workbench.pruning().choices().current().addListener(change -> changed());
    workbench.evaluation().addListener(change -> changed());
    workbench.lossBudget().addListener(change -> changed());
    workbench.runs().pinned().addListener(change -> changed());
    workbench.runs().all().addListener((Observable change) -> changed());
    look();
  }

  /** The file of the session at hand; null while it has none. */
  public ReadOnlyObjectProperty<@Nullable Path> file() {
    return file.getReadOnlyProperty();
  }

  /** Whether the file has all of it. */
  public ReadOnlyBooleanProperty saved() {
    return saved.getReadOnlyProperty();
  }

  /** Its name and whether it is saved; empty while there is none. */
  public ReadOnlyStringProperty words() {
    return words.getReadOnlyProperty();
  }

  /** What a program that ended left unsaved; null when there is nothing. */
  public ReadOnlyObjectProperty<@Nullable Left> left() {
    return left.getReadOnlyProperty();
  }

  /** Writes the session at hand into a file, which it then is. */
  public void save(Path target) {
    workbench
        .session()
        .ifPresent(
            session ->
                inBackground(
                    () -> {
                      SessionFile.write(session, target);
                      return target;
                    },
                    written -> {
                      file.set(written);
                      last = session.state();
                      remember.accept(written);
                      notices.show(Notice.done("Saved the session in " + written + "."));
                      changed();
                    }));
  }

  /**
   * Opens a session.
   *
   * @param data a data set that takes the place of the session's own
   * @param ask where files are that were moved
   */
  public void open(Path source, Optional<String> data, Questions ask) {
    open(source, source, data.isEmpty(), data, ask);
  }

  /**
   * Opens the runs of one network of a log of runs, as a session that is in no file yet.
   *
   * @param data a data set that takes the place of the logged one
   */
  public void openLog(Path log, Optional<String> data, Questions ask) {
    inBackground(
        () -> LoggedNetwork.of(RunLog.read(log)),
        networks -> {
          if (networks.isEmpty()) {
            notices.show(Notice.told("There is no run in %s yet.".formatted(log)));
            return;
          }
          var one = networks.size() == 1 ? Optional.of(networks.getFirst()) : ask.choose(networks);
          one.ifPresent(
              network ->
                  inBackground(
                      () -> Missing.in(network.session().onData(data), log),
                      found -> open(found, null, false, ask)));
        });
  }

  /** Goes on with what was left unsaved. */
  public void resume(Left unsaved, Questions ask) {
    var kept = autosaves;
    if (kept != null) {
      left.set(null);
      inBackground(
          () -> kept.takeOver(unsaved.file()),
          mine ->
              open(
                  mine,
                  unsaved.state().file().flatMap(SessionKeeper::path).orElse(null),
                  false,
                  Optional.empty(),
                  ask));
    }
  }

  /** Forgets what was left unsaved. */
  public void forget(Left unsaved) {
    left.set(null);
    writing.execute(() -> Autosaves.delete(unsaved.file()));
  }

  /** Keeps now what has not been kept yet; the program ends. */
  public void close() {
    keep();
  }

  private void open(
      Path source, @Nullable Path becomes, boolean isSaved, Optional<String> data, Questions ask) {
    inBackground(
        () -> Missing.in(SessionFile.read(source).onData(data), source),
        found -> open(found, becomes, isSaved, ask));
  }

  private void open(Missing found, @Nullable Path becomes, boolean isSaved, Questions ask) {
    var models = found.models(ask);
    if (models.isEmpty()) {
      notices.show(
          Notice.told(
              "The session's model %s is not there: put it back, or show where it is now."
                  .formatted(found.state().model().path())));
      return;
    }
    var data = found.data(ask);
    workbench.openSession(
        found.session(),
        models,
        data,
        model -> restored(becomes, isSaved ? found.inFile(model) : null));
    if (becomes != null) {
      remember.accept(becomes);
    }
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Another model is another session; pruned or retrained it is the same. */
  @SuppressWarnings("ReferenceEquality") // one reading of a file
  private void opened(@Nullable Subject before, @Nullable Subject now) {
    if (before == null || now == null || before.original() != now.original()) {
      file.set(null);
      last = null;
    }
    changed();
  }

  /**
   * A session has been opened.
   *
   * @param inFile what its file has; null when what was opened is not in its file
   */
  private void restored(@Nullable Path becomes, @Nullable SessionState inFile) {
    file.set(becomes);
    last = inFile;
    changed();
  }

  private void changed() {
    if (!workbench.history().moving().get()) {
      var session = workbench.session();
      saved.set(session.isEmpty() || (last != null && last.sameWork(session.get().state())));
      words.set(words(session.isPresent()));
      quiet.restart(this::keep);
    }
  }

  private String words(boolean any) {
    var name = file.get();
    if (!any) {
      return "";
    }
    String state = saved.get() ? "saved" : "unsaved changes";
    return name == null ? "session not saved" : name.getFileName() + " · " + state;
  }

  private void keep() {
    var kept = autosaves;
    if (kept == null) {
      return;
    }
    var session = workbench.session();
    boolean nothing = saved.get() || session.isEmpty();
    Supplier<Optional<String>> name = () -> Optional.ofNullable(file.get()).map(Path::toString);
    var unsaved = session.map(s -> new Session(s.state().withFile(name.get()), s.networks()));
    writing.execute(
        () -> {
          try {
            if (nothing) {
              kept.drop();
            } else {
              unsaved.ifPresent(kept::keep);
            }
          } catch (RuntimeException | Error e) {
            window.execute(() -> notices.failed(e));
          }
        });
  }

  /** Looks for what was left, and reads what it is of. */
  private void look() {
    var kept = autosaves;
    if (kept == null) {
      return;
    }
    writing.execute(
        () ->
            kept.left()
                .ifPresent(
                    found -> {
                      try {
                        var state = SessionFile.readState(found);
                        var at = Autosaves.written(found).toInstant();
                        window.execute(() -> left.set(new Left(found, state, at)));
                      } catch (Fault fault) {
                        // not offered, but left: a newer version of the program may read it
                      }
                    }));
  }

  private <T> void inBackground(Supplier<T> work, Consumer<T> then) {
    writing.execute(
        () -> {
          try {
            T result = work.get();
            window.execute(() -> then.accept(result));
          } catch (RuntimeException | Error e) {
            window.execute(() -> notices.failed(e));
          }
        });
  }
}
