package org.weighbridge.gui.shell;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import org.weighbridge.experiment.session.SessionFile;
import org.weighbridge.gui.action.Obstacle;
import org.weighbridge.gui.session.SessionKeeper;
import org.weighbridge.gui.workbench.Workbench;

/** Actions that ask for a file first. */
final class FileActions {
  private final Workbench workbench;
  private final Dialogs dialogs;
  private final Opener opener;
  private final SessionKeeper sessions;
  private final Runnable report;

  /**
   * The actions.
   *
   * @param report asks how a report is wanted
   */
  FileActions(
      Workbench workbench,
      Dialogs dialogs,
      Opener opener,
      SessionKeeper sessions,
      Runnable report) {
    this.sessions = sessions;
    this.report = report;
    this.workbench = workbench;
    this.dialogs = dialogs;
    this.opener = opener;
  }

  void open() {
    dialogs.openModel().ifPresent(opener::open);
  }

  /** Into its file; asks for one first while there is none. */
  void saveSession() {
    var file = sessions.file().get();
    if (file == null) {
      saveSessionAs();
    } else {
      sessions.save(file);
    }
  }

  void saveSessionAs() {
    dialogs.save(name() + SessionFile.ENDING, "session").ifPresent(sessions::save);
  }

  void resume() {
    var left = sessions.left().get();
    if (left != null) {
      sessions.resume(left, dialogs);
    }
  }

  ObservableStringValue nothingLeft() {
    return Obstacle.unless(
        Bindings.isNotNull(sessions.left()), "No session was left without being saved.");
  }

  void exportEncoded() {
    dialogs.save(name() + ".wbz", "encoded model").ifPresent(workbench::exportEncoded);
  }

  /** The network as pruned and retrained, not encoded. */
  void saveModel() {
    dialogs.save(name() + "-retrained.onnx", "model").ifPresent(workbench::save);
  }

  void exportDecoded() {
    dialogs.save(name() + "-decoded.onnx", "decoded model").ifPresent(workbench::exportDecoded);
  }

  void report() {
    report.run();
  }

  /** Asks for an encoded file, then for where its network goes. */
  void decode() {
    dialogs
        .openModel()
        .ifPresent(
            wbz ->
                dialogs
                    .save(stem(wbz) + "-decoded.onnx", "decoded model")
                    .ifPresent(target -> workbench.exporting().decode(wbz, target)));
  }

  private String name() {
    var subject = workbench.subject().get();
    return subject == null ? "model" : subject.network().name();
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.wbz$", "");
  }

  void openData() {
    dialogs.openData().ifPresent(folder -> workbench.openData(folder.toString()));
  }
}
