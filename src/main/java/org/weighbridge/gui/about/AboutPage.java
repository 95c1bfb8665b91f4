package org.weighbridge.gui.about;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.overlay.Overlay;
import org.weighbridge.gui.theme.Icons;

/** Version, licence and machine over the window. */
public final class AboutPage extends VBox {
  private final Overlay overlay;
  @FXML private Label title;
  @FXML private Button close;
  @FXML private GridPane facts;
  @FXML private Button copy;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public AboutPage(Overlay overlay) {
    this.overlay = overlay;
    Fxml.fill(this);
    setMaxSize(620, USE_PREF_SIZE);
    close.setGraphic(Icons.CLOSE.node());
    close.setOnAction(event -> overlay.close());
  }

  /** Shows the page, or closes it. */
  public void toggle() {
    if (overlay.shows(this)) {
      overlay.close();
    } else {
      fill(About.here());
      overlay.show(this, copy, Pos.CENTER);
    }
  }

  private void fill(About now) {
    copy.setOnAction(event -> copy(now.text()));
    title.setText(now.title());
    facts.getChildren().clear();
    for (int i = 0; i < now.lines().size(); i++) {
      var line = now.lines().get(i);
      var name = new Label(line.name());
      name.getStyleClass().add("hint");
      name.setMinWidth(Region.USE_PREF_SIZE);
      var value = new Label(line.value());
      value.setWrapText(true);
      facts.addRow(i, name, value);
    }
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
