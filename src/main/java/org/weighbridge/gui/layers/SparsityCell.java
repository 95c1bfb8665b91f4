package org.weighbridge.gui.layers;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.LayerFacts;

/** A bar for the zeros, and the size in bytes below. */
final class SparsityCell extends TableCell<LayerFacts, LayerFacts> {
  private final ProgressBar bar = new ProgressBar();
  private final Label percent = new Label();
  private final Label bytes = new Label();
  private final VBox lines;

  SparsityCell() {
    bar.setPrefWidth(22);
    bar.setMinWidth(22);
    percent.setMinWidth(Region.USE_PREF_SIZE);
    bytes.getStyleClass().add("card-subtitle");
    var upper = new HBox(5, bar, percent);
    upper.setAlignment(Pos.CENTER_LEFT);
    lines = new VBox(upper, bytes);
    lines.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable LayerFacts layer, boolean empty) {
    super.updateItem(layer, empty);
    if (layer == null || empty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    bar.setProgress(layer.sparsity());
    percent.setText(Numbers.fixed(100 * layer.sparsity(), 0) + " %");
    bytes.setText(Numbers.bytes(layer.bytes()));
    setTooltip(
        new Tooltip(
            "%s of %s weights kept (%s zero)\n%s bytes as float32"
                .formatted(
                    Numbers.count(layer.kept()),
                    Numbers.count(layer.weights()),
                    Numbers.percent(layer.sparsity()),
                    Numbers.count(layer.bytes()))));
    setGraphic(lines);
  }
}
