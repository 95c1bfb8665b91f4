package org.weighbridge.gui.numbers;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;

/** A name, a big number and what explains it. */
final class NumberCard extends VBox {
  private static final List<String> STATES = List.of("predicted", "stale", "over-budget");

  @FXML private Label name;
  @FXML private Label number;
  @FXML private Label detail;
  private final Tooltip tooltip = new Tooltip();

  @SuppressWarnings("NullAway.Init") // filled by the loader
  NumberCard(String title, String explanation, ObservableValue<Reading> reading) {
    Fxml.fill(this);
    name.setText(title);
    Tooltip.install(this, tooltip);
    reading.addListener((o, before, now) -> show(explanation, now));
    show(explanation, reading.getValue());
  }

  StringProperty titleProperty() {
    return name.textProperty();
  }

  private void show(String explanation, Reading reading) {
    number.setText(reading.value());
    detail.setText(reading.detail());
    tooltip.setText(explanation + "\n" + reading.value() + "  " + reading.detail());
    setAccessibleText(name.getText() + " " + reading.value() + ", " + reading.detail());
    getStyleClass().removeAll(STATES);
    String state = reading.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (STATES.contains(state)) {
      getStyleClass().add(state);
    }
  }
}
