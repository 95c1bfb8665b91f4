package org.weighbridge.gui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import org.weighbridge.gui.theme.Theme;

/** The look of one scene, as the user chose it. */
final class ThemeSwitch {
  private final ObjectProperty<Theme> chosen;

  /**
   * Gives the scene the look that is chosen, now and whenever that changes.
   *
   * @param chosen what the user wants
   */
  ThemeSwitch(Scene scene, ObjectProperty<Theme> chosen) {
    this.chosen = chosen;
    chosen.addListener((o, before, now) -> now.apply(scene));
    chosen.get().apply(scene);
  }

  ObjectProperty<Theme> chosen() {
    return chosen;
  }

  void choose(Theme theme) {
    chosen.set(theme);
  }

  void toggle() {
    chosen.set(chosen.get().dark() ? Theme.LIGHT : Theme.DARK);
  }
}
