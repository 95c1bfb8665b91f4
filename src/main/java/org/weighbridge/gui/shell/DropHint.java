package org.weighbridge.gui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.theme.Icons;

/** A frame round the window while files are dragged over it, with what dropping them will do. */
final class DropHint extends VBox {
  private final Label words = new Label();

  DropHint() {
    getStyleClass().add("drop-hint");
    setAlignment(Pos.CENTER);
    setMouseTransparent(true);
    setVisible(false);
    words.getStyleClass().add("drop-words");
    words.setGraphic(Icons.IMPORT.node());
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(words);
  }

  void show(String what) {
    words.setText(what);
    setVisible(true);
  }

  void hide() {
    setVisible(false);
  }
}
