package org.weighbridge.gui.layers;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.weighbridge.figure.Numbers;

/** How many of the weights are zero, and a bar for it. */
final class SparsityCell extends LayerCell<LayerSummary> {
  private final ProgressBar bar = new ProgressBar();
  private final Label percent = new Label();

  SparsityCell() {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(20);
    bar.setPrefWidth(40);
    var lines = new VBox(3, percent, bar);
    lines.setAlignment(Pos.CENTER_LEFT);
    show(lines);
  }

  @Override
  String fill(LayerSummary layer) {
    bar.setProgress(layer.sparsity());
    percent.setText(Numbers.fixed(100 * layer.sparsity(), 0) + " %");
    return "%s of %s weights kept (%s zero)\n%s bytes as float32"
        .formatted(
            Numbers.count(layer.kept()),
            Numbers.count(layer.weights()),
            Numbers.percent(layer.sparsity()),
            Numbers.count(layer.bytes()));
  }
}
