package org.weighbridge.gui.header;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.chart.CardFigure;
import org.weighbridge.gui.chart.FigureCard;
import org.weighbridge.gui.chart.FigureMenu;
import org.weighbridge.gui.fxml.Fxml;

/** Model, data, size and baseline accuracy. */
public final class HeaderCard extends VBox implements FigureCard {
  private static final PseudoClass DRAG_OVER = PseudoClass.getPseudoClass("drag-over");

  @FXML private HBox heading;
  @FXML private Label title;
  @FXML private Label size;
  @FXML private Label accuracy;
  private final HeaderViewModel model;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public HeaderCard(HeaderViewModel model) {
    this.model = model;
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
    heading.getChildren().add(FigureMenu.button(this, "the network"));
  }

  @Override
  public Optional<CardFigure> figure() {
    return model.figure();
  }

  private void over(boolean files) {
    pseudoClassStateChanged(DRAG_OVER, files);
  }
}
