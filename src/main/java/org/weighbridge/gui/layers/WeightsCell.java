package org.weighbridge.gui.layers;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.weighbridge.figure.Numbers;

/** The number of weights, and below their size as float32. */
final class WeightsCell extends LayerCell<LayerSummary> {
  private final Label count = new Label();
  private final Label bytes = new Label();

  WeightsCell() {
    bytes.getStyleClass().add("card-subtitle");
    var lines = new VBox(count, bytes);
    lines.setAlignment(Pos.CENTER_LEFT);
    show(lines);
  }

  @Override
  String fill(LayerSummary layer) {
    count.setText(Numbers.count(layer.weights()));
    bytes.setText(Numbers.bytes(layer.bytes()));
    return "%s weights, %s bytes as float32"
        .formatted(Numbers.count(layer.weights()), Numbers.count(layer.bytes()));
  }
}
