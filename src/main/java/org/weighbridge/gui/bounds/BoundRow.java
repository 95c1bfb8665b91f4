package org.weighbridge.gui.bounds;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.coding.CoderMenu;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/** Name, coder, predicted effect, slider and field of what one layer is set to. */
final class BoundRow extends VBox {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  @FXML private Label name;
  @FXML private Label effect;
  @FXML private ToggleButton lock;
  @FXML private Slider slider;
  @FXML private VBox track;
  @FXML private TextField field;
  @FXML private MenuButton coder;
  @FXML private HBox choice;
  @FXML private Label nothing;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  BoundRow(BoundRowViewModel model) {
    Fxml.fill(this);
    getStyleClass().add("series-" + (model.index() % 7 + 1));
    name.setText(model.name().replaceFirst("[._/]weight$", ""));
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
    model.range().addListener(change -> reach(model));
    model.scale().addListener(change -> reach(model));
    reach(model);
    choice.visibleProperty().bind(model.choosable().or(model.locked()));
    choice.managedProperty().bind(choice.visibleProperty());
    nothing.visibleProperty().bind(choice.visibleProperty().not());
    nothing.managedProperty().bind(nothing.visibleProperty());
    nothing.textProperty().bind(model.nothing());
    coder.setId("coder-of-" + model.index());
    CoderMenu.fill(coder, model::use, model.coder());
    coder.disableProperty().bind(model.locked());
    coder.setAccessibleText("Coder of " + model.name());
    // no binding to and fro: it would not let the model put the thumb on a step
    slider.setValue(model.exponent().get());
    slider.valueProperty().addListener((o, before, now) -> model.exponent().set(now.doubleValue()));
    model.exponent().addListener((o, before, now) -> slider.setValue(now.doubleValue()));
    var scale = new BoundTrack(slider);
    track.getChildren().add(scale);
    model.marks().addListener((o, before, now) -> scale.show(now));
    scale.show(model.marks().get());
    model.scale().addListener((o, before, now) -> scale.read(now));
    scale.read(model.scale().get());
    slider.addEventFilter(KeyEvent.KEY_PRESSED, key -> step(model, key, true));
    field.addEventFilter(KeyEvent.KEY_PRESSED, key -> step(model, key, false));
    model.over().addListener((o, before, now) -> effect.pseudoClassStateChanged(OVER, now));
    effect.pseudoClassStateChanged(OVER, model.over().get());
    slider.valueChangingProperty().addListener((o, before, now) -> model.dragged(now));
    field.setId("bound-" + model.index());
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

  /** Arrow keys: one step; of bounds 1, 2, 5, and with Shift a fine one. */
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
        locked ? "Give %s its setting back" : "Keep %s lossless, and leave it out of searches";
    lock.setTooltip(new Tooltip(what.formatted(layer)));
    lock.setAccessibleText(what.formatted(layer));
  }

  /** Ends may come in any order: a slider whose least value is above its largest moves it. */
  private void reach(BoundRowViewModel model) {
    var range = model.range().get();
    var scale = model.scale().get();
    double least = Math.log10(range.least());
    double most = Math.log10(range.most());
    if (least > slider.getMax()) {
      slider.setMax(most);
      slider.setMin(least);
    } else {
      slider.setMin(least);
      slider.setMax(most);
    }
    slider.setTooltip(
        new Tooltip(
            "%s to %s; arrow keys: %s. Ticks: %s; hatched: more loss than the budget"
                .formatted(
                    scale.text(range.least()),
                    scale.text(range.most()),
                    scale.stepped() ? "one step" : "1, 2, 5, with Shift finer",
                    scale.stepped()
                        ? "the steps, short ones assessed"
                        : "powers of ten and assessed bounds")));
    String what = scale.heading() + " of " + model.name();
    slider.setAccessibleText(what);
    field.setAccessibleText(what);
  }

  boolean isSelected() {
    return getPseudoClassStates().contains(SELECTED);
  }
}
