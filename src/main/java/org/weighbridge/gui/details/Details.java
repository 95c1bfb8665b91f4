package org.weighbridge.gui.details;

import atlantafx.base.controls.Popover;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;

/** Shows more beside a node that is clicked, or used by Enter or Space. */
public final class Details {
  private Details() {}

  /** Shows details beside a button when it is pressed. */
  public static void on(ButtonBase owner, String title, Node content) {
    var popover = popover(title, content);
    owner.setOnAction(event -> toggle(popover, owner));
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
