package org.weighbridge.gui.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** Names of series beside their colour, dash and marker. A click selects one. */
final class Legend extends FlowPane {
  private Consumer<String> onSelect = name -> {};

  Legend() {
    super(12, 2);
    getStyleClass().add("plot-legend");
    setAlignment(Pos.CENTER);
    setMinWidth(0);
  }

  /**
   * @param colour of the series, counted from 0
   * @param dash of the series, counted from 0
   */
  record Entry(String name, int colour, int dash) {
    private static final int NO_LINE = -1;

    /** Of a series without a line. */
    static Entry ofDots(String name, int colour) {
      return new Entry(name, colour, NO_LINE);
    }
  }

  /** A remark after the entries, empty for none. */
  void setMore(String text) {
    if (!text.isEmpty()) {
      var label = new Label(text);
      label.getStyleClass().add("legend-more");
      getChildren().add(label);
    }
  }

  void setEntries(List<Entry> entries) {
    getChildren().setAll(entries.stream().map(this::item).toList());
  }

  void setSelected(String name) {
    for (var child : getChildren()) {
      child.getStyleClass().remove("selected");
      if (((Label) child).getText().equals(name)) {
        child.getStyleClass().add("selected");
      }
    }
  }

  void setOnSelect(Consumer<String> action) {
    onSelect = action;
  }

  private Label item(Entry entry) {
    var line = new Line(0, 5, 22, 5);
    line.getStyleClass().setAll("curve");
    var marker = new Path();
    marker.getStyleClass().setAll("curve-markers");
    Series.marker(marker, entry.colour(), 11, 5, 3.5);
    Series.colour(entry.colour(), line, marker);
    Series.dash(entry.dash(), line);
    line.setVisible(entry.dash() != Entry.NO_LINE);
    var frame = new Rectangle(22, 10, javafx.scene.paint.Color.TRANSPARENT);
    var label = new Label(entry.name(), new Group(frame, line, marker));
    label.getStyleClass().add("legend-item");
    label.setOnMouseClicked(click -> onSelect.accept(entry.name()));
    return label;
  }
}
