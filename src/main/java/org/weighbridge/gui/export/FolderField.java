package org.weighbridge.gui.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.weighbridge.gui.fxml.Fxml;

/** A folder, and a button that asks for another. */
public final class FolderField extends HBox {
  @FXML private Label path;
  @FXML private Button choose;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public FolderField() {
    Fxml.fill(this);
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
  }

  /** What asks for another. */
  Button button() {
    return choose;
  }

  /** Shows a folder and asks for another under a title. */
  void show(ObjectProperty<Optional<Path>> folder, String title, Folders folders) {
    var whole = new Tooltip();
    path.textProperty().bind(folder.map(one -> one.map(Path::toString).orElse("none chosen yet")));
    whole.textProperty().bind(path.textProperty());
    path.setTooltip(whole);
    choose.accessibleTextProperty().bind(path.textProperty().map("Choose a folder; now: "::concat));
    choose.setTooltip(new Tooltip(title));
    choose.setOnAction(
        event ->
            folders.choose().apply(title).ifPresent(chosen -> folder.set(Optional.of(chosen))));
  }
}
