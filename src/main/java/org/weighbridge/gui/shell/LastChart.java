package org.weighbridge.gui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Obstacle;
import org.weighbridge.gui.action.Place;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.theme.Icons;

/** Which chart had the keyboard last: menus and the palette take it away before they act on it. */
final class LastChart {
  private final ObjectProperty<@Nullable ChartCard> last = new SimpleObjectProperty<>();

  LastChart(Node window) {
    window
        .sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((o, before, now) -> focused(now));
  }

  /** Gives it all the room of the centre, or takes that back. */
  Action action() {
    return Action.of(
            "expand",
            Place.PICTURES,
            "Expand the chart used last, or put it back",
            "Alt+Enter",
            this::expand)
        .icon(Icons.EXPAND)
        .obstacle(
            Obstacle.unless(
                last.isNotNull(), "Click on a chart first, or go to one with the Tab key."));
  }

  private void expand() {
    var card = last.get();
    if (card != null) {
      card.requestRoom();
    }
  }

  private void focused(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ChartCard card) {
        last.set(card);
      }
    }
  }
}
