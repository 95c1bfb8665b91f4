package org.weighbridge.gui.shell;

import static org.weighbridge.gui.action.Place.HELP;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.theme.Icons;

/** How to find what can be done. */
final class HelpMenu {
  private static final String SECOND = "Shortcut+Shift+P";

  private HelpMenu() {}

  static List<Action> actions(Runnable palette, Runnable shortcuts, Runnable about) {
    return List.of(
        Action.of("palette", HELP, "Find an action…", "Shortcut+K", palette).icon(Icons.SEARCH),
        Action.of("shortcuts", HELP, "Keyboard shortcuts", "F1", shortcuts).icon(Icons.INFO),
        Action.of("about", HELP, "About Weighbridge", "Shift+F1", about));
  }

  /** The palette also comes by the keys that code editors have for it. */
  static void secondKey(Scene scene, Runnable palette) {
    scene.getAccelerators().put(KeyCombination.valueOf(SECOND), palette);
  }
}
