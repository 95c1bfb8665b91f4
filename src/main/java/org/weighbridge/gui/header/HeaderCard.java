package org.weighbridge.gui.header;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;

/** Model, data, size and baseline accuracy. */
public final class HeaderCard extends VBox {
  private static final PseudoClass DRAG_OVER = PseudoClass.getPseudoClass("drag-over");

  @FXML private Label title;
  @FXML private Label size;
  @FXML private Label accuracy;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public HeaderCard(HeaderViewModel model) {
    Fxml.fill(this);
    var path = new Tooltip();
    path.textProperty().bind(model.path());
    Tooltip.install(this, path);
    // the window takes what is dropped; this says that it may be dropped here
    addEventHandler(DragEvent.DRAG_ENTERED, event -> over(event.getDragboard().hasFiles()));
    addEventHandler(DragEvent.DRAG_EXITED, event -> over(false));
    addEventHandler(DragEvent.DRAG_DROPPED, event -> over(false));
    title.textProperty().bind(model.title());
    size.textProperty().bind(model.size());
    accuracy.textProperty().bind(model.accuracy());
  }

  private void over(boolean files) {
    pseudoClassStateChanged(DRAG_OVER, files);
  }
}
