package org.weighbridge.gui.chart;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** Names of series beside their colour, dash and marker. A click selects one. */
final class Legend extends FlowPane {
  private final Label more = new Label();
  private Consumer<String> onSelect = name -> {};
  private List<Entry> shown = List.of();

  Legend() {
    super(12, 2);
    getStyleClass().add("plot-legend");
    setAlignment(Pos.CENTER);
    setMinWidth(0);
    more.getStyleClass().add("legend-more");
  }

  /**
   * @param name the first line is shown, all lines are its tooltip
   * @param colour of the series, counted from 0
   * @param dash of the series, counted from 0
   */
  record Entry(String name, int colour, int dash) {
    private static final int NO_LINE = -1;
    private static final int BARS = -2;
    private static final int OUTLINE = -3;

    boolean looksLike(Entry other) {
      return colour == other.colour && dash == other.dash;
    }

    /** Of a series without a line. */
    static Entry ofDots(String name, int colour) {
      return new Entry(name, colour, NO_LINE);
    }

    /** Of filled bars. */
    static Entry ofBars(String name, int colour) {
      return new Entry(name, colour, BARS);
    }

    /** Of bars that are drawn as an outline. */
    static Entry ofOutline(String name, int colour) {
      return new Entry(name, colour, OUTLINE);
    }
  }

  /** A remark after the entries, empty for none. */
  void setMore(String text) {
    more.setText(text);
    if (text.isEmpty()) {
      getChildren().remove(more);
    } else if (!getChildren().contains(more)) {
      getChildren().add(more);
    }
  }

  /** New nodes cost a pass of styles: entries that stay, or have another name only, are kept. */
  void setEntries(List<Entry> entries) {
    if (entries.equals(shown)) {
      return;
    }
    boolean renamed =
        entries.size() == shown.size()
            && IntStream.range(0, entries.size())
                .allMatch(i -> entries.get(i).looksLike(shown.get(i)));
    for (int i = 0; renamed && i < entries.size(); i++) {
      name((Label) getChildren().get(i), entries.get(i));
    }
    if (!renamed) {
      getChildren().removeIf(node -> node != more);
      getChildren().addAll(0, entries.stream().map(this::item).toList());
    }
    shown = List.copyOf(entries);
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
    line.setVisible(entry.dash() >= 0);
    if (line.isVisible()) {
      Series.dash(entry.dash(), line);
    }
    if (entry.dash() == Entry.BARS || entry.dash() == Entry.OUTLINE) {
      marker.getElements().setAll(new MoveTo(4, 10), new LineTo(4, 1), new LineTo(18, 1));
      marker.getElements().addAll(new LineTo(18, 10), new ClosePath());
      marker.getStyleClass().add(entry.dash() == Entry.BARS ? "bars" : "bars-overlay");
      marker.getStyleClass().remove("curve-markers");
    }
    var frame = new Rectangle(22, 10, javafx.scene.paint.Color.TRANSPARENT);
    var label = new Label("", new Group(frame, line, marker));
    label.setTooltip(new Tooltip());
    label.getStyleClass().add("legend-item");
    label.maxWidthProperty().bind(widthProperty());
    name(label, entry);
    return label;
  }

  private void name(Label label, Entry entry) {
    label.setText(entry.name().lines().findFirst().orElse(""));
    label.setAccessibleText(entry.name());
    label.getTooltip().setText(entry.name());
    label.setOnMouseClicked(click -> onSelect.accept(entry.name()));
  }
}
