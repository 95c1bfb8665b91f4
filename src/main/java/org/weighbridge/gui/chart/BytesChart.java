package org.weighbridge.gui.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * Where the bytes of each layer, or of each file, go: a bar each, stacked by use. A click selects
 * one.
 */
public final class BytesChart extends BorderPane {
  static final List<String> PARTS =
      List.of("index", "values", "outliers", "tables", "header", "other");

  private final VBox bars = new VBox(2);
  private final ScrollPane scroll = new ScrollPane(bars);
  private List<BytesRow> rows = List.of();
  private boolean bits;
  private Consumer<String> onSelect = layer -> {};
  private String selected = "";

  public BytesChart() {
    getStyleClass().add("bytes-chart");
    setMinSize(120, 60);
    setPrefSize(400, 160);
    scroll.setFitToWidth(true);
    bars.heightProperty().addListener(change -> showSelected());
    scroll.viewportBoundsProperty().addListener(change -> showSelected());
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
    var legend = new FlowPane(12, 2);
    legend.getStyleClass().add("plot-legend");
    legend.setAlignment(Pos.CENTER);
    for (int part = 0; part < PARTS.size(); part++) {
      var swatch = new Rectangle(10, 10);
      swatch.getStyleClass().addAll("bytes-part", "part-" + (part + 1));
      var label = new Label(PARTS.get(part), swatch);
      label.getStyleClass().add("legend-item");
      legend.getChildren().add(label);
    }
    setBottom(legend);
    setRows(List.of());
  }

  /** Shows these layers instead of the earlier ones. */
  public void setRows(List<BytesRow> rows) {
    this.rows = List.copyOf(rows);
    draw();
  }

  /** Draws bits per kept weight in the place of bytes; what has no weights is left out. */
  public void setBitsPerKeptWeight(boolean wanted) {
    bits = wanted;
    draw();
  }

  private List<BytesRow> shown() {
    return bits ? rows.stream().filter(row -> row.kept() > 0).toList() : rows;
  }

  private void draw() {
    var shown = shown();
    double largest =
        shown.stream()
            .mapToDouble(row -> bits ? row.bitsPerKeptWeight() : row.total())
            .max()
            .orElse(0);
    if (shown.isEmpty()) {
      var hint = new Label("Encode a layer to see where its bytes go");
      hint.getStyleClass().add("hint");
      bars.getChildren().setAll(hint);
    } else {
      bars.getChildren()
          .setAll(
              shown.stream()
                  .map(row -> new BytesBar(row, bits, largest, layer -> onSelect.accept(layer)))
                  .toList());
      double names = BytesBar.widest(bars.getChildren());
      bars.getChildren().forEach(bar -> ((BytesBar) bar).setNameWidth(names));
    }
    setSelected(selected);
  }

  public void setSelected(String layer) {
    selected = layer;
    bars.getChildren().stream()
        .filter(BytesBar.class::isInstance)
        .forEach(bar -> ((BytesBar) bar).setSelected(layer));
    showSelected();
  }

  private void showSelected() {
    var shown = shown();
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).layer().equals(selected)) {
        Reveal.in(scroll, bars.getChildren().get(i));
      }
    }
  }

  /** Called with the layer's name when its bar is clicked or Enter is pressed on it. */
  public void setOnSelect(Consumer<String> action) {
    onSelect = action;
  }
}
