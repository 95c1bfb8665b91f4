package org.weighbridge.gui.coding;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.gui.fxml.Fxml;

/** What of the coding is rarely changed. */
final class CodingDetails extends GridPane {
  @FXML private ComboBox<Effort> effort;
  @FXML private ComboBox<BelowBound> belowBound;
  @FXML private TextField smallTensors;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  CodingDetails(CodingViewModel model) {
    Fxml.fill(this);
    fill(effort, List.of(Effort.values()));
    effort.valueProperty().bindBidirectional(model.effort());
    effort.setTooltip(
        new Tooltip("How hard the coder tries: it decides bytes and time, never values"));
    fill(belowBound, List.of(BelowBound.values()));
    belowBound.valueProperty().bindBidirectional(model.belowBound());
    belowBound.setTooltip(
        new Tooltip(
            "Weights that are not zero but within the bound of it: dropping them saves bytes and"
                + " may cost accuracy"));
    smallTensors.setText(model.smallTensors().get());
    smallTensors.setAccessibleText("Error bound of biases and other small tensors");
    smallTensors.setTooltip(
        new Tooltip("lossless, or an error bound such as 0.001, rel:0.001 or psnr:60"));
    model.smallTensors().addListener((o, before, now) -> smallTensors.setText(now));
    smallTensors.setOnAction(event -> model.typeSmallTensors(smallTensors.getText()));
    smallTensors
        .focusedProperty()
        .addListener(
            (o, before, focused) -> {
              if (!focused) {
                model.typeSmallTensors(smallTensors.getText());
              }
            });
  }

  private static <E extends Enum<E>> void fill(ComboBox<E> box, List<E> choices) {
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
