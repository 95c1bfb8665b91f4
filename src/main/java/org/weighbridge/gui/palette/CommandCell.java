package org.weighbridge.gui.palette;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A command with its kind and accelerator; one that cannot be done says why below its name. */
final class CommandCell extends ListCell<Command> {
  private final Label text = new Label();
  private final Label why = new Label();
  private final Label kind = new Label();
  private final Label key = new Label();
  private final HBox row;

  CommandCell() {
    why.getStyleClass().add("hint");
    kind.getStyleClass().add("hint");
    key.getStyleClass().add("key");
    for (Label label : new Label[] {kind, key}) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    var words = new VBox(text, why);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(8, words, kind, key);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Command command, boolean empty) {
    super.updateItem(command, empty);
    setGraphic(empty || command == null ? null : row);
    if (command != null) {
      text.setText(command.text());
      text.setOpacity(command.obstacle().isEmpty() ? 1 : 0.6);
      show(why, command.obstacle());
      kind.setText(command.kind());
      show(key, command.key());
      setAccessibleText(
          String.join(" ", command.text(), command.kind(), command.key(), command.obstacle()));
    }
  }

  private static void show(Label label, String words) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }
}
