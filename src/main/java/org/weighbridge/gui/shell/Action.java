package org.weighbridge.gui.shell;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.theme.Icons;

/**
 * Something the user can have done, wherever it stands: menu, toolbar, keyboard.
 *
 * @param id names its nodes, for tests
 * @param text what the menu and the tooltip say
 * @param key accelerator, such as {@code Shortcut+O}
 * @param icon on buttons
 * @param disabled when it makes no sense
 * @param run does it, on the window's thread
 */
record Action(
    String id,
    String text,
    KeyCombination key,
    @Nullable Icons icon,
    ObservableBooleanValue disabled,
    Runnable run) {

  MenuItem menuItem() {
    var item = new MenuItem(text);
    item.setId(id + "-item");
    item.setOnAction(event -> run.run());
    item.disableProperty().bind(disabled);
    item.setAccelerator(key);
    if (icon != null) {
      item.setGraphic(icon.node());
    }
    return item;
  }

  /** A button with the action's icon and, unless it has none, this text. */
  Button button(String label) {
    var button = new Button(label);
    button.setId(id);
    button.setOnAction(event -> run.run());
    button.disableProperty().bind(disabled);
    button.setFocusTraversable(true);
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text + " (" + key.getDisplayText() + ")"));
    if (icon != null) {
      button.setGraphic(icon.node());
    }
    if (label.isEmpty()) {
      button.getStyleClass().add("icon-button");
    }
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return button;
  }
}
