package org.weighbridge.gui.shell;

import javafx.scene.Scene;
import org.weighbridge.gui.theme.Theme;

/** The look of one scene; starts as the desktop's. */
final class ThemeSwitch {
  private final Scene scene;

  ThemeSwitch(Scene scene, Theme start) {
    this.scene = scene;
    start.apply(scene);
  }

  void toggle() {
    (Theme.of(scene).dark() ? Theme.LIGHT : Theme.DARK).apply(scene);
  }
}
