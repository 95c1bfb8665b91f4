package org.weighbridge.gui.shell;

import javafx.scene.layout.StackPane;
import org.weighbridge.gui.overlay.Overlay;

/** The window's content, and what stands over all of it. */
final class WindowRoot extends StackPane {
  WindowRoot() {
    getStylesheets().add(WindowRoot.class.getResource("shell.css") + "");
  }

  void fill(MainWindow window, DropHint drop, Overlay overlay) {
    getChildren().setAll(window, drop, overlay);
  }
}
