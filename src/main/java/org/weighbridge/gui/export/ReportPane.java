package org.weighbridge.gui.export;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.overlay.Overlay;

/** Asks where a report goes and what its figures are wanted as. */
public final class ReportPane extends VBox {
  @FXML private FolderField folder;
  @FXML private PicturePane pictures;
  @FXML private Label content;
  @FXML private Label obstacle;
  @FXML private Button write;
  @FXML private Button cancel;
  private final Overlay overlay;

  /** A question; the work begins when it is answered. */
  @SuppressWarnings("NullAway.Init") // filled by the loader
  public ReportPane(ReportViewModel model, Folders folders, Overlay overlay) {
    this.overlay = overlay;
    Fxml.fill(this);
    setMaxSize(460, USE_PREF_SIZE);
    folder.show(model.folder(), "Folder for the report", folders);
    pictures.show(model.pictures());
    content.setText(model.content());
    obstacle.textProperty().bind(model.obstacle());
    write.disableProperty().bind(Bindings.isNotEmpty(model.obstacle()));
    write.setOnAction(
        event -> {
          overlay.close();
          model.write(folders.show());
        });
    cancel.setOnAction(event -> overlay.close());
  }

  /** Shows the question. */
  public void ask() {
    overlay.show(this, folder.button(), Pos.CENTER);
  }
}
