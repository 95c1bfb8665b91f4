package org.weighbridge.gui.shell;

import javafx.scene.layout.StackPane;
import org.weighbridge.gui.overlay.Overlay;
import org.weighbridge.gui.welcome.Welcome;

/** The window's content, the welcome in place of its middle, and what stands over all of it. */
final class WindowRoot extends StackPane {
  WindowRoot() {
    getStylesheets().add(WindowRoot.class.getResource("shell.css") + "");
  }

  void fill(MainWindow window, Welcome welcome, DropHint drop, Overlay overlay) {
    var parts = window.getCenter();
    parts.visibleProperty().bind(welcome.visibleProperty().not());
    window.setCenter(new StackPane(parts, welcome));
    getChildren().setAll(window, drop, overlay);
  }
}
