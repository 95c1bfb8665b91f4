package org.weighbridge.gui.numbers;

import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/**
 * A name, a big number and what explains it. A click, or Enter, copies the number in full
 * precision. A number over the budget has an icon beside it, a predicted one a thick border, an
 * older one a dashed border; all of them are called so in words.
 */
final class NumberCard extends VBox {
  private static final List<String> STATES = List.of("predicted", "stale", "over-budget");
  private static final Duration GLIMPSE = Duration.seconds(1);

  @FXML private HBox head;
  @FXML private Label name;
  @FXML private Label number;
  @FXML private Label detail;
  private final Tooltip tooltip = new Tooltip();
  private final PauseTransition copied = new PauseTransition(GLIMPSE);
  private final String explanation;
  private Reading reading;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  NumberCard(String title, String explanation, ObservableValue<Reading> reading) {
    Fxml.fill(this);
    this.explanation = explanation;
    this.reading = reading.getValue();
    name.setText(title);
    Tooltip.install(this, tooltip);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleRoleDescription("number; Enter copies it");
    copied.setOnFinished(end -> detail.setText(this.reading.detail()));
    setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
            requestFocus();
            copy();
          }
        });
    setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            copy();
            key.consume();
          }
        });
    reading.addListener((o, before, now) -> show(now));
    show(reading.getValue());
  }

  StringProperty titleProperty() {
    return name.textProperty();
  }

  /** A small button in the corner. */
  void setCorner(Node button) {
    head.getChildren().add(button);
  }

  private void copy() {
    if (!reading.exact().isEmpty()) {
      var content = new ClipboardContent();
      content.putString(reading.exact());
      Clipboard.getSystemClipboard().setContent(content);
      detail.setText("copied " + reading.exact());
      copied.playFromStart();
    }
  }

  private void show(Reading now) {
    reading = now;
    copied.stop();
    number.setText(now.value());
    number.setGraphic(now.state() == Reading.State.OVER_BUDGET ? Icons.WARNING.node() : null);
    detail.setText(now.detail());
    String exact = now.exact().isEmpty() ? now.value() : now.exact() + " " + now.unit();
    String more = now.more().isEmpty() ? "" : "\n" + now.more();
    tooltip.setText(explanation + "\n" + exact + "\n" + now.detail() + more);
    setAccessibleText(name.getText() + " " + now.value() + ", " + now.detail());
    setAccessibleHelp(now.more());
    getStyleClass().removeAll(STATES);
    String state = now.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (STATES.contains(state)) {
      getStyleClass().add(state);
    }
  }
}
