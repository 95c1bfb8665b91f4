package org.weighbridge.gui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.session.LoggedNetwork;

/** The desktop's own file dialogs; each starts where the last one ended. */
final class FileDialogs implements Dialogs {
  private final Window owner;
  private final Consumer<String> browse;
  private @Nullable File folder;

  /**
   * Dialogs of a window.
   *
   * @param browse opens an address in the desktop's own program
   */
  FileDialogs(Window owner, Consumer<String> browse) {
    this.owner = owner;
    this.browse = browse;
  }

  @Override
  public Optional<Path> openModel() {
    var chooser = new FileChooser();
    chooser.setTitle("Open");
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(
                "Networks, encoded models, sessions, logs of runs",
                "*.onnx",
                "*.wbz",
                "*.wbsession",
                "*.jsonl"),
            new ExtensionFilter("All files", "*.*"));
    chooser.setInitialDirectory(folder);
    return chosen(chooser.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> findModel(Path was) {
    var chooser = new FileChooser();
    chooser.setTitle("Where is " + was.getFileName() + " now?");
    chooser.setInitialDirectory(folder);
    return chosen(chooser.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> findData(String was) {
    return directory("Where is the data " + was + " now? Cancel to go on without");
  }

  @Override
  public Optional<LoggedNetwork> choose(List<LoggedNetwork> networks) {
    return NetworkChoice.ask(owner, networks);
  }

  @Override
  public Optional<Path> openData() {
    return directory("Open the folder of a data set");
  }

  @Override
  public Optional<Path> save(String suggestion, String kind) {
    var chooser = new FileChooser();
    chooser.setTitle("Save " + kind);
    chooser.setInitialFileName(suggestion);
    chooser.setInitialDirectory(folder);
    return chosen(chooser.showSaveDialog(owner));
  }

  @Override
  public Optional<Path> saveFolder(String title) {
    return directory(title);
  }

  @Override
  public void show(Path file) {
    browse.accept(file.toUri().toString());
  }

  private Optional<Path> directory(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(folder);
    return chosen(chooser.showDialog(owner));
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file != null) {
      folder = file.isDirectory() ? file : file.getParentFile();
    }
    return Optional.ofNullable(file).map(File::toPath);
  }
}
