package org.weighbridge.gui.coding;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.gui.details.Details;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/** How layers are coded, whatever their bounds: the coder as a switch, the rest in a popover. */
public final class CodingBar extends HBox {
  @FXML private HBox coders;
  @FXML private Button more;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public CodingBar(CodingViewModel model) {
    Fxml.fill(this);
    var all = Codecs.bounded();
    for (int i = 0; i < all.size(); i++) {
      var button = pill(all.get(i), model);
      button
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == all.size() - 1 ? "right-pill" : "center-pill");
      coders.getChildren().add(button);
    }
    more.setGraphic(Icons.SETTINGS.node());
    more.setTooltip(
        new Tooltip("Effort, and what becomes of weights below their bound and of biases"));
    more.setAccessibleText("More of the coding");
    Details.on(more, "Coding", new CodingDetails(model));
  }

  private static ToggleButton pill(LayerCodec codec, CodingViewModel model) {
    var button = new ToggleButton(codec.label());
    button.setId("coder-" + codec.id());
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(codec.name()));
    button.setAccessibleText("Code with " + codec.label());
    Runnable show = () -> button.setSelected(codec.id().equals(model.codec().get()));
    button.setOnAction(event -> model.codec().set(codec.id()));
    // also where nothing changes: a press of the selected one must not release it
    button.selectedProperty().addListener(change -> show.run());
    model.codec().addListener(change -> show.run());
    show.run();
    return button;
  }
}
