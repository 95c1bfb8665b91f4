package org.weighbridge.gui.export;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.overlay.Overlay;

/** Asks how a figure is to be exported. */
final class ExportPane extends VBox {
  @FXML private TextField name;
  @FXML private FolderField folder;
  @FXML private PicturePane pictures;
  @FXML private Label files;
  @FXML private Label obstacle;
  @FXML private Button export;
  @FXML private Button cancel;
  private final Overlay overlay;

  /**
   * A question.
   *
   * @param export begins the work; the question is over then
   */
  @SuppressWarnings("NullAway.Init") // filled by the loader
  ExportPane(ExportViewModel model, Folders folders, Overlay overlay, Runnable export) {
    this.overlay = overlay;
    Fxml.fill(this);
    setMaxSize(460, USE_PREF_SIZE);
    name.textProperty().bindBidirectional(model.name());
    folder.show(model.folder(), "Folder for figures", folders);
    pictures.show(model.pictures());
    files.textProperty().bind(model.files());
    obstacle.textProperty().bind(model.obstacle());
    this.export.disableProperty().bind(Bindings.isNotEmpty(model.obstacle()));
    this.export.setOnAction(
        event -> {
          overlay.close();
          export.run();
        });
    cancel.setOnAction(event -> overlay.close());
  }

  void ask() {
    overlay.show(this, name, Pos.CENTER);
    name.selectAll();
  }
}
