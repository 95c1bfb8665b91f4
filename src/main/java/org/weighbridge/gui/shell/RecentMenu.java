package org.weighbridge.gui.shell;

import javafx.beans.Observable;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.weighbridge.gui.user.RecentFiles;
import org.weighbridge.gui.user.RecentFiles.Recent;

/** File, Open recent. */
final class RecentMenu {
  private RecentMenu() {}

  static Menu of(RecentFiles recent, Opener opener) {
    var menu = new Menu("Open recent");
    menu.setId("recent-menu");
    menu.setOnShowing(event -> recent.refresh());
    recent.all().addListener((Observable change) -> fill(menu, recent, opener));
    fill(menu, recent, opener);
    return menu;
  }

  private static void fill(Menu menu, RecentFiles recent, Opener opener) {
    menu.getItems().clear();
    for (Recent one : recent.all()) {
      // an underscore in a name is no mnemonic
      var item = new MenuItem(label(one));
      item.setMnemonicParsing(false);
      item.setDisable(one.missing());
      item.setOnAction(event -> opener.open(one.file()));
      menu.getItems().add(item);
    }
    if (menu.getItems().isEmpty()) {
      var none = new MenuItem("Nothing has been opened yet");
      none.setDisable(true);
      menu.getItems().add(none);
    } else {
      var clear = new MenuItem("Forget these");
      clear.setOnAction(event -> recent.clear());
      menu.getItems().addAll(new SeparatorMenuItem(), clear);
    }
  }

  private static String label(Recent one) {
    String folder = String.valueOf(one.file().getParent());
    return one.name() + "   " + (one.missing() ? "is no longer in " + folder : folder);
  }
}
