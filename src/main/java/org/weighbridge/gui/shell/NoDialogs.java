package org.weighbridge.gui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.weighbridge.experiment.session.LoggedNetwork;

/** Nobody is there to answer. */
public final class NoDialogs implements Dialogs {
  @Override
  public Optional<Path> openModel() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> findModel(Path was) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> findData(String was) {
    return Optional.empty();
  }

  @Override
  public Optional<LoggedNetwork> choose(List<LoggedNetwork> networks) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> openData() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String suggestion, String kind) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> saveFolder(String title) {
    return Optional.empty();
  }

  @Override
  public void show(Path file) {}
}
