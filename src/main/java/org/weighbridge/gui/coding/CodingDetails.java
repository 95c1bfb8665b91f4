package org.weighbridge.gui.coding;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.gui.fxml.Fxml;

/** What of the coding is rarely changed. */
final class CodingDetails extends GridPane {
  @FXML private ComboBox<BelowBound> belowBound;
  @FXML private TextField smallTensors;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  CodingDetails(CodingViewModel model) {
    Fxml.fill(this);
    CodingPanel.fill(belowBound, List.of(BelowBound.values()));
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
}
