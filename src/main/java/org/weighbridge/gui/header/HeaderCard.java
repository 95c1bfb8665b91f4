package org.weighbridge.gui.header;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;

/** Model, data, size and baseline accuracy. */
public final class HeaderCard extends VBox {
  @FXML private Label title;
  @FXML private Label size;
  @FXML private Label accuracy;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public HeaderCard(HeaderViewModel model) {
    Fxml.fill(this);
    title.textProperty().bind(model.title());
    size.textProperty().bind(model.size());
    accuracy.textProperty().bind(model.accuracy());
  }
}
