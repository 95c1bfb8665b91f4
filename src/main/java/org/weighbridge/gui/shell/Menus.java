package org.weighbridge.gui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Actions;
import org.weighbridge.gui.action.Place;

/**
 * The menu bar, made of the list of actions. What cannot be done now looks like it, but is not
 * disabled: chosen, by mouse or accelerator, it says why.
 */
final class Menus {
  private final MenuBar bar;
  private final Actions actions;
  private final Menu recent;
  private final Consumer<String> say;

  private Menus(MenuBar bar, Actions actions, Menu recent, Consumer<String> say) {
    this.bar = bar;
    this.actions = actions;
    this.recent = recent;
    this.say = say;
  }

  /**
   * Fills the bar, and again when actions are added.
   *
   * @param recent the menu of recent files, below what opens files
   * @param say tells the user why something cannot be done
   */
  static void fill(MenuBar bar, Actions actions, Menu recent, Consumer<String> say) {
    var menus = new Menus(bar, actions, recent, say);
    actions.all().addListener((Observable change) -> menus.build());
    menus.build();
  }

  private void build() {
    var menus = new LinkedHashMap<String, Menu>();
    bar.getMenus().forEach(menu -> menu.getItems().clear());
    for (Place place : Place.values()) {
      var items = items(place);
      if (!items.isEmpty()) {
        var menu = menus.computeIfAbsent(place.menu(), title -> new Menu(title));
        if (!menu.getItems().isEmpty()) {
          menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(items);
        if (place == Place.OPEN) {
          menu.getItems().add(recent);
        }
      }
    }
    bar.getMenus().setAll(menus.values());
  }

  private List<MenuItem> items(Place place) {
    return actions.all().stream()
        .filter(action -> action.place() == place)
        .map(this::item)
        .toList();
  }

  private MenuItem item(Action action) {
    var on = action.on();
    MenuItem item = on == null ? new MenuItem(action.text()) : new CheckMenuItem(action.text());
    item.setId(action.id() + "-item");
    item.setAccelerator(action.key());
    var icon = action.icon();
    if (icon != null) {
      item.setGraphic(icon.node());
    }
    if (on != null && item instanceof CheckMenuItem check) {
      check.setSelected(on.get());
      on.addListener((o, before, now) -> check.setSelected(now));
    }
    item.setOnAction(
        event -> {
          action.perform(quietly(action) ? reason -> {} : say);
          if (on != null && item instanceof CheckMenuItem check) {
            check.setSelected(on.get()); // the press itself toggled it
          }
        });
    show(item, action.obstacle().get());
    action.obstacle().addListener((o, before, now) -> show(item, now));
    return item;
  }

  /** Esc is pressed for many things; that there is nothing to cancel is no news. */
  private static boolean quietly(Action action) {
    return action.key() instanceof KeyCodeCombination key && key.getCode() == KeyCode.ESCAPE;
  }

  private static void show(MenuItem item, String obstacle) {
    var styles = item.getStyleClass();
    styles.removeAll(List.of("impossible"));
    if (!obstacle.isEmpty()) {
      styles.add("impossible");
    }
  }
}
