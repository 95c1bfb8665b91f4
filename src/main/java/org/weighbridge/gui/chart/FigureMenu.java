package org.weighbridge.gui.chart;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.weighbridge.gui.chart.FigureRequest.Wish;
import org.weighbridge.gui.theme.Icons;

/** What every card offers to do with what it shows: export it, or copy it as image or data. */
public final class FigureMenu {
  private FigureMenu() {}

  /** A small button with the menu, for cards that have nothing else to choose. */
  public static <C extends Node & FigureCard> MenuButton button(C card, String title) {
    var menu = new MenuButton("", Icons.MORE.node());
    menu.getStyleClass().add("icon-button");
    menu.setAccessibleText("Export and copy: " + title);
    menu.setTooltip(new Tooltip("Export, copy as image or as data"));
    var items = items(card);
    menu.getItems().setAll(items);
    menu.setOnShowing(event -> refresh(card, items));
    return menu;
  }

  /** The three items of a card's menu. */
  static <C extends Node & FigureCard> List<MenuItem> items(C card) {
    return List.of(
        item(card, Wish.EXPORT, "Export…", Icons.EXPORT),
        item(card, Wish.COPY_IMAGE, "Copy as image", Icons.IMAGE),
        item(card, Wish.COPY_DATA, "Copy data as CSV", Icons.TABLE));
  }

  /** Before they are shown: a card without a figure offers nothing. */
  static void refresh(FigureCard card, List<MenuItem> items) {
    boolean nothing = card.figure().isEmpty();
    items.forEach(item -> item.setDisable(nothing));
  }

  private static <C extends Node & FigureCard> MenuItem item(
      C card, Wish wish, String text, Icons icon) {
    var item = new MenuItem(text, icon.node());
    item.setId("figure-" + wish.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    item.setOnAction(event -> ask(card, wish));
    return item;
  }

  /** Asks the frame for what is wished of a card's figure, if it has one. */
  public static <C extends Node & FigureCard> void ask(C card, Wish wish) {
    card.figure().ifPresent(figure -> card.fireEvent(new FigureRequest(wish, figure)));
  }
}
