package org.weighbridge.gui.action;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.theme.Icons;

/**
 * Something the user can have done, wherever it stands: menu, toolbar, keyboard, palette.
 *
 * @param id names its nodes, for tests
 * @param place its group of a menu
 * @param text what the menu and the tooltip say
 * @param key accelerator, such as {@code Shortcut+O}
 * @param icon on buttons and menu items
 * @param obstacle why it cannot be done now, empty when it can
 * @param on whether what it stands for is chosen now; null when it is nothing that can be
 * @param run does it, on the window's thread
 */
public record Action(
    String id,
    Place place,
    String text,
    KeyCombination key,
    @Nullable Icons icon,
    ObservableStringValue obstacle,
    @Nullable ObservableBooleanValue on,
    Runnable run) {

  /** An action that can always be done. */
  public static Action of(String id, Place place, String text, String key, Runnable run) {
    return new Action(id, place, text, KeyCombination.valueOf(key), null, Obstacle.NONE, null, run);
  }

  public Action icon(Icons icon) {
    return new Action(id, place, text, key, icon, obstacle, on, run);
  }

  /** The same, which cannot be done while there is an obstacle. */
  public Action obstacle(ObservableStringValue obstacle) {
    return new Action(id, place, text, key, icon, obstacle, on, run);
  }

  /** The same, which is ticked while what it stands for is chosen. */
  public Action ticked(ObservableBooleanValue on) {
    return new Action(id, place, text, key, icon, obstacle, on, run);
  }

  /** Does it, or says why that cannot be. */
  public void perform(Consumer<String> say) {
    if (obstacle.get().isEmpty()) {
      run.run();
    } else {
      say.accept(obstacle.get());
    }
  }

  /**
   * A button with the action's icon and, unless it has none, this text. Disabled nodes get no mouse
   * events, so the button stands in a pane that says what the action is and why it cannot be done:
   * under the resting mouse, and at once on a click.
   *
   * @param styles more style classes of the button
   */
  public Region button(String label, String... styles) {
    var button = new Button(label);
    button.setId(id);
    button.setOnAction(event -> run.run());
    button.disableProperty().bind(Bindings.isNotEmpty(obstacle));
    button.setFocusTraversable(true);
    button.setAccessibleText(text);
    button.accessibleHelpProperty().bind(obstacle);
    if (icon != null) {
      button.setGraphic(icon.node());
    }
    button.getStyleClass().addAll(styles);
    if (label.isEmpty()) {
      button.getStyleClass().add("icon-button");
    }
    button.setMinWidth(Region.USE_PREF_SIZE);
    var pane = new StackPane(button);
    pane.setMinWidth(Region.USE_PREF_SIZE);
    explain(pane);
    return pane;
  }

  private void explain(StackPane pane) {
    String about = text + " (" + key.getDisplayText() + ")";
    var tooltip = new Tooltip();
    tooltip
        .textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(obstacle))
                .then(about)
                .otherwise(Bindings.concat(about, "\n", obstacle)));
    tooltip.setShowDelay(Duration.millis(400));
    Tooltip.install(pane, tooltip);
    pane.setOnMouseClicked(
        click -> {
          if (!obstacle.get().isEmpty()) {
            tooltip.show(pane, click.getScreenX() + 8, click.getScreenY() + 16);
          }
        });
    pane.setOnMouseExited(exit -> tooltip.hide());
  }
}
