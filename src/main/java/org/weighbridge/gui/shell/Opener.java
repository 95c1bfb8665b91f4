package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighbridge.experiment.SampleModel;
import org.weighbridge.gui.user.RecentFiles;
import org.weighbridge.gui.workbench.Workbench;

/** Opens whatever a file is, and remembers what was opened. */
final class Opener {
  private final Workbench workbench;
  private final RecentFiles recent;
  private final Consumer<String> say;

  /**
   * An opener.
   *
   * @param say tells the user why nothing is opened
   */
  Opener(Workbench workbench, RecentFiles recent, Consumer<String> say) {
    this.workbench = workbench;
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

  /** A model or a data set, told apart by content. */
  void open(Path file) {
    switch (FileKind.of(file)) {
      case MODEL -> workbench.openModel(file, Optional.empty());
      case DATA -> workbench.openData(file.toString());
    }
  }

  /** What was dropped. */
  void open(Drop drop) {
    var data = drop.data().map(Path::toString);
    if (!drop.obstacle().isEmpty()) {
      say.accept(drop.obstacle());
    } else if (drop.opened().isPresent()) {
      workbench.openModel(drop.opened().get(), data);
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
