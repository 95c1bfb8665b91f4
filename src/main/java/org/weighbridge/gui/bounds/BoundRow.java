package org.weighbridge.gui.bounds;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.workbench.BoundRange;

/** Name, predicted effect, logarithmic slider and number field of one layer's bound. */
final class BoundRow extends VBox {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  @FXML private Label name;
  @FXML private Label effect;
  @FXML private ToggleButton lock;
  @FXML private Slider slider;
  @FXML private VBox track;
  @FXML private TextField field;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  BoundRow(BoundRowViewModel model) {
    Fxml.fill(this);
    getStyleClass().add("series-" + (model.index() % 8 + 1));
    name.setText(model.name());
    name.setTooltip(new Tooltip(model.name()));
    effect.textProperty().bind(model.effect());
    effect.setTooltip(
        new Tooltip(
            "Predicted change of accuracy (sum over layers is the prediction); encoded size"));
    lock.setId("lock-" + model.index());
    lock.setOnAction(event -> model.lock(lock.isSelected()));
    model.locked().addListener((o, before, now) -> lock(model.name(), now));
    lock(model.name(), model.locked().get());
    slider.disableProperty().bind(model.locked());
    field.disableProperty().bind(model.locked());
    slider.setId("slider-" + model.index());
    model.range().addListener((o, before, now) -> reach(now));
    reach(model.range().get());
    slider.setAccessibleText("Error bound of " + model.name());
    slider.valueProperty().bindBidirectional(model.exponent());
    var scale = new BoundTrack(slider);
    track.getChildren().add(scale);
    model.marks().addListener((o, before, now) -> scale.show(now));
    scale.show(model.marks().get());
    slider.addEventFilter(KeyEvent.KEY_PRESSED, key -> step(model, key, true));
    field.addEventFilter(KeyEvent.KEY_PRESSED, key -> step(model, key, false));
    model.over().addListener((o, before, now) -> effect.pseudoClassStateChanged(OVER, now));
    effect.pseudoClassStateChanged(OVER, model.over().get());
    slider.valueChangingProperty().addListener((o, before, now) -> model.dragged(now));
    field.setId("bound-" + model.index());
    field.setAccessibleText("Error bound of " + model.name());
    field.setText(model.bound().get());
    model.bound().addListener((o, before, now) -> field.setText(now));
    field.setOnAction(event -> model.type(field.getText()));
    field
        .focusedProperty()
        .addListener(
            (o, before, focused) -> {
              // a row that goes away with its model loses the focus too: nothing was typed then
              if (!focused && !field.getText().equals(model.bound().get())) {
                model.type(field.getText());
              }
            });
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.select());
    model.selected().addListener((o, before, now) -> pseudoClassStateChanged(SELECTED, now));
    pseudoClassStateChanged(SELECTED, model.selected().get());
  }

  /** Arrow keys: one step of 1, 2, 5; with Shift a fine one. */
  private static void step(BoundRowViewModel model, KeyEvent key, boolean sideways) {
    boolean up = key.getCode() == KeyCode.UP || (sideways && key.getCode() == KeyCode.RIGHT);
    boolean down = key.getCode() == KeyCode.DOWN || (sideways && key.getCode() == KeyCode.LEFT);
    if (up || down) {
      model.step(up, key.isShiftDown());
      key.consume();
    }
  }

  private void lock(String layer, boolean locked) {
    lock.setSelected(locked);
    lock.setGraphic((locked ? Icons.LOCK : Icons.UNLOCK).node());
    String what =
        locked ? "Give %s its bound back" : "Keep %s lossless, and leave it out of searches";
    lock.setTooltip(new Tooltip(what.formatted(layer)));
    lock.setAccessibleText(what.formatted(layer));
  }

  private void reach(BoundRange range) {
    slider.setMin(Math.log10(range.least()));
    slider.setMax(Math.log10(range.most()));
    slider.setTooltip(
        new Tooltip(
            "%s to %s; arrow keys: 1, 2, 5, with Shift finer. Ticks: powers of ten and assessed bounds; hatched: more loss than the budget"
                .formatted(Numbers.bound(range.least()), Numbers.bound(range.most()))));
  }

  boolean isSelected() {
    return getPseudoClassStates().contains(SELECTED);
  }
}
