package org.weighbridge.gui.pruning;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;

/** Name, kept count, slider and number field of one layer's pruning. */
final class PruningRow extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  @FXML private Label name;
  @FXML private Label kept;
  @FXML private Slider slider;
  @FXML private TextField field;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  PruningRow(PruningRowViewModel model) {
    Fxml.fill(this);
    getStyleClass().add("series-" + (model.index() % 7 + 1));
    name.setText(model.name());
    name.setTooltip(new Tooltip(model.name()));
    kept.textProperty().bind(model.kept());
    slider.setId("density-" + model.index());
    slider.setAccessibleText("How far " + model.name() + " is pruned");
    slider.valueProperty().bindBidirectional(model.position());
    slider.valueChangingProperty().addListener((o, before, now) -> model.dragged(now));
    field.setId("density-field-" + model.index());
    field.setAccessibleText("How far " + model.name() + " is pruned");
    field.setText(model.value().get());
    model.value().addListener((o, before, now) -> field.setText(now));
    field.setOnAction(event -> model.type(field.getText()));
    field
        .focusedProperty()
        .addListener(
            (o, before, focused) -> {
              if (!focused && !field.getText().equals(model.value().get())) {
                model.type(field.getText());
              }
            });
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.select());
    model.selected().addListener((o, before, now) -> pseudoClassStateChanged(SELECTED, now));
    pseudoClassStateChanged(SELECTED, model.selected().get());
  }

  boolean isSelected() {
    return getPseudoClassStates().contains(SELECTED);
  }
}
