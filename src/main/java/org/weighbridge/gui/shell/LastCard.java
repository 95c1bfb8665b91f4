package org.weighbridge.gui.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Obstacle;
import org.weighbridge.gui.action.Place;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.chart.FigureCard;
import org.weighbridge.gui.chart.FigureRequest;
import org.weighbridge.gui.chart.FigureRequest.Wish;
import org.weighbridge.gui.theme.Icons;

/**
 * Which card had the keyboard last: menus and the palette take it away before they act on it. Of a
 * card and a part of it that can be exported both it is the part.
 */
final class LastCard {
  private final ObjectProperty<@Nullable ChartCard> chart = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable FigureCard> card = new SimpleObjectProperty<>();

  LastCard(Node window) {
    window
        .sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .addListener((o, before, now) -> focused(now));
  }

  /** What can be done with it. */
  List<Action> actions() {
    var some =
        Obstacle.unless(card.isNotNull(), "Click on a card first, or go to one with the Tab key.");
    return List.of(
        Action.of(
                "expand",
                Place.PICTURES,
                "Expand the chart used last, or put it back",
                "Alt+Enter",
                this::expand)
            .icon(Icons.EXPAND)
            .obstacle(
                Obstacle.unless(
                    chart.isNotNull(), "Click on a chart first, or go to one with the Tab key.")),
        Action.of(
                "export-figure",
                Place.EXPORT,
                "Export the card used last as a figure…",
                "Shortcut+Shift+F",
                () -> ask(Wish.EXPORT))
            .icon(Icons.IMAGE)
            .obstacle(some),
        Action.of(
                "copy-image",
                Place.COPY,
                "Copy the card used last as an image",
                "Shortcut+Shift+I",
                () -> ask(Wish.COPY_IMAGE))
            .icon(Icons.IMAGE)
            .obstacle(some),
        Action.of(
                "copy-data",
                Place.COPY,
                "Copy the data of the card used last",
                "Shortcut+Shift+V",
                () -> ask(Wish.COPY_DATA))
            .icon(Icons.TABLE)
            .obstacle(some));
  }

  private void expand() {
    var last = chart.get();
    if (last != null) {
      last.requestRoom();
    }
  }

  private void ask(Wish wish) {
    var last = card.get();
    if (last instanceof Node node) {
      last.figure().ifPresent(figure -> node.fireEvent(new FigureRequest(wish, figure)));
    }
  }

  private void focused(@Nullable Node node) {
    boolean found = false;
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof FigureCard one && !found) {
        card.set(one);
        found = true;
      }
      if (at instanceof ChartCard one) {
        chart.set(one);
      }
    }
  }
}
