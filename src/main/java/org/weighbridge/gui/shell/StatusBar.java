package org.weighbridge.gui.shell;

import java.util.Locale;
import javafx.beans.value.ObservableStringValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.job.WorkPool;

/** Job, progress, how to cancel; on the right what the program runs on. */
final class StatusBar extends HBox {
  @FXML private Label text;
  @FXML private ProgressBar progress;
  @FXML private Label cancel;
  @FXML private Label session;
  @FXML private Label machine;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  StatusBar(StatusViewModel model) {
    Fxml.fill(this);
    text.textProperty().bind(model.text());
    progress.progressProperty().bind(model.fraction());
    progress.visibleProperty().bind(model.busy());
    cancel.visibleProperty().bind(model.busy());
    machine.setText(
        String.format(
            Locale.ROOT,
            "%d threads · heap up to %.1f GB",
            WorkPool.threads(),
            Runtime.getRuntime().maxMemory() / 1e9));
  }

  /** Shows what the session at hand is called, and whether it is saved. */
  void follow(ObservableStringValue words) {
    session.textProperty().bind(words);
  }
}
