package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.gui.session.SessionKeeper;
import org.weighbridge.gui.user.RecentFiles;
import org.weighbridge.gui.workbench.Workbench;

/** Opens whatever a file is, and remembers what was opened. */
final class Opener {
  private final Workbench workbench;
  private final SessionKeeper sessions;
  private final Dialogs dialogs;
  private final RecentFiles recent;
  private final Consumer<String> say;

  /**
   * An opener.
   *
   * @param say tells the user why nothing is opened
   */
  Opener(
      Workbench workbench,
      SessionKeeper sessions,
      Dialogs dialogs,
      RecentFiles recent,
      Consumer<String> say) {
    this.workbench = workbench;
    this.sessions = sessions;
    this.dialogs = dialogs;
    this.recent = recent;
    this.say = say;
    workbench
        .subject()
        .addListener(
            (o, before, now) -> {
              if (now != null && (before == null || !before.file().equals(now.file()))) {
                remember(now.file());
              }
            });
  }

  /** A model, a data set, a session or a log of runs, told apart by content. */
  void open(Path file) {
    switch (FileKind.of(file)) {
      case MODEL -> workbench.openModel(file, Optional.empty());
      case DATA -> workbench.openData(file.toString());
      case SESSION -> sessions.open(file, Optional.empty(), dialogs);
      case RUN_LOG -> sessions.openLog(file, Optional.empty(), dialogs);
    }
  }

  /** The same with a data set, which takes the place of the one that a session names. */
  void open(Path file, Optional<String> data) {
    switch (FileKind.of(file)) {
      case SESSION -> sessions.open(file, data, dialogs);
      case RUN_LOG -> sessions.openLog(file, data, dialogs);
      case MODEL, DATA -> workbench.openModel(file, data);
    }
  }

  /** What was dropped. */
  void open(Drop drop) {
    var data = drop.data().map(Path::toString);
    if (!drop.obstacle().isEmpty()) {
      say.accept(drop.obstacle());
    } else if (drop.opened().isPresent()) {
      var file = drop.opened().get();
      if (data.isPresent()) {
        workbench.openModel(file, data);
      } else {
        open(file);
      }
    } else {
      data.ifPresent(workbench::openData);
    }
  }

  /** The samples are on the welcome card anyway. */
  private void remember(Path file) {
    boolean sample =
        Arrays.stream(SampleModel.values())
            .anyMatch(one -> one.find().map(file.toAbsolutePath()::equals).orElse(false));
    if (!sample) {
      recent.add(file);
    }
  }
}
