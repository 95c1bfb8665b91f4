package org.weighbridge.gui.details;

import atlantafx.base.controls.Popover;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Shows more beside a node that is clicked, or used by Enter or Space. */
public final class Details {
  private Details() {}

  /** Shows details beside a button when it is pressed. */
  public static void on(ButtonBase owner, String title, Node content) {
    var popover = popover(title, content);
    owner.setOnAction(event -> toggle(popover, owner));
  }

  /** Shows details beside a node when it is clicked; it can be reached by the keyboard. */
  public static void onNode(Node owner, String title, Node content) {
    var popover = popover(title, content);
    owner.setFocusTraversable(true);
    owner.getStyleClass().add("has-details");
    owner.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            toggle(popover, owner);
          }
        });
    owner.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            toggle(popover, owner);
          }
        });
  }

  private static Popover popover(String title, Node content) {
    var popover = new Popover(content);
    popover.setTitle(title);
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setAnimated(!Platform.getPreferences().isReducedMotion());
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    return popover;
  }

  private static void toggle(Popover popover, Node owner) {
    if (popover.isShowing()) {
      popover.hide();
    } else {
      popover.show(owner);
    }
  }
}
