package org.weighbridge.gui.log;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.weighbridge.gui.fxml.Fxml;

/** Which entries of the log are shown, and what can be done with those. */
public final class LogTools extends HBox {
  @FXML private ChoiceBox<Level> level;
  @FXML private Button copy;
  @FXML private Button clear;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public LogTools(LogViewModel model) {
    Fxml.fill(this);
    level.getItems().setAll(Level.values());
    level.valueProperty().bindBidirectional(model.from());
    copy.setOnAction(event -> LogPane.copy(LogViewModel.text(model.shown())));
    copy.setTooltip(new Tooltip("Copy what is shown, oldest first"));
    copy.disableProperty().bind(Bindings.isEmpty(model.shown()));
    clear.setOnAction(event -> model.clear());
    clear.disableProperty().bind(Bindings.isEmpty(model.shown()));
  }
}
