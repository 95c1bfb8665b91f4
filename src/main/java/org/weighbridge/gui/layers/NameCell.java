package org.weighbridge.gui.layers;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.chart.SeriesMark;

/** The layer's mark in all charts and its name; below, muted, its shape. */
final class NameCell extends LayerCell<LayerSummary> {
  private final SeriesMark mark = new SeriesMark();
  private final Label name = new Label();
  private final Label shape = new Label();

  NameCell() {
    // layers of one network differ in the ends of their names
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    shape.getStyleClass().add("card-subtitle");
    var lines = new VBox(name, shape);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    var row = new HBox(5, mark, lines);
    row.setAlignment(Pos.CENTER_LEFT);
    show(row);
  }

  /** Without the ending that exporters give to all weights; the tooltip has the whole name. */
  static String shortName(String name) {
    return name.replaceFirst("[._/]weight$", "");
  }

  @Override
  String fill(LayerSummary layer) {
    mark.setSeries(layer.index());
    name.setText(shortName(layer.name()));
    shape.setText(layer.shape().toString().replace(" ", ""));
    return "%s, %s\n%s: %s weights"
        .formatted(layer.name(), layer.operator(), layer.shape(), Numbers.count(layer.weights()));
  }
}
