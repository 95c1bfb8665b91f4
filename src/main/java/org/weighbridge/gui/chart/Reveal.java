package org.weighbridge.gui.chart;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls a list so that one of its rows is seen. */
public final class Reveal {
  private Reveal() {}

  /**
   * Scrolls only when the row is not wholly in sight, and then to the middle.
   *
   * @param row a child of the pane's content
   */
  public static void in(ScrollPane pane, Node row) {
    double shown = pane.getViewportBounds().getHeight();
    double hidden = pane.getContent().getBoundsInLocal().getHeight() - shown;
    var bounds = row.getBoundsInParent();
    double top = pane.getVvalue() * hidden;
    if (hidden > 0 && (bounds.getMinY() < top || bounds.getMaxY() > top + shown)) {
      pane.setVvalue(Math.clamp((bounds.getCenterY() - shown / 2) / hidden, 0, 1));
    }
  }
}
