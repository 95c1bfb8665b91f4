package org.weighbridge.gui.coding;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.gui.details.Details;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/** How layers are coded, whatever their bounds. */
public final class CodingPanel extends VBox {
  @FXML private ComboBox<String> codec;
  @FXML private ComboBox<Effort> effort;
  @FXML private Button more;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public CodingPanel(CodingViewModel model) {
    Fxml.fill(this);
    codec.getItems().setAll(Codecs.all().stream().map(LayerCodec::id).toList());
    codec.valueProperty().bindBidirectional(model.codec());
    codec.setAccessibleText("Compression method");
    fill(effort, List.of(Effort.values()));
    effort.valueProperty().bindBidirectional(model.effort());
    effort.setAccessibleText("Effort of coding");
    more.setGraphic(Icons.SETTINGS.node());
    more.setTooltip(new Tooltip("What becomes of weights below their bound, and of biases"));
    more.setAccessibleText("More of the coding");
    Details.on(more, "Coding", new CodingDetails(model));
  }

  static <E extends Enum<E>> void fill(ComboBox<E> box, List<E> choices) {
    box.getItems().setAll(choices);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(E choice) {
            return choice == null ? "" : choice.name().toLowerCase(Locale.ROOT);
          }

          @Override
          public E fromString(String text) {
            throw new UnsupportedOperationException("nobody types into this box");
          }
        });
  }
}
