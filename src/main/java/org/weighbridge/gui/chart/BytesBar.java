package org.weighbridge.gui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.theme.Icons;

/** One row of {@link BytesChart}: name, stacked bar, total. */
final class BytesBar extends Region {
  private static final double GAP = 8;
  private static final double TOTAL_WIDTH = 64;
  private static final double TALLEST = 40;

  private final BytesRow row;
  private final boolean bits;
  private final double largest;
  private final Label name;
  private final Label total;
  private final List<Rectangle> parts = new ArrayList<>();
  private double nameWidth;

  /**
   * @param bits whether bits per kept weight are drawn in the place of bytes
   * @param largest what fills the whole width
   */
  BytesBar(BytesRow row, boolean bits, double largest, Consumer<String> onSelect) {
    this.row = row;
    this.bits = bits;
    this.largest = largest;
    boolean pinned = row.kind() == BytesRow.Kind.PINNED;
    name = new Label(pinned ? "pinned" : row.layer(), pinned ? Icons.PIN.node() : null);
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    total =
        new Label(
            row.total() == 0 && !row.details().isEmpty()
                ? row.details()
                : bits
                    ? Numbers.fixed(row.bitsPerKeptWeight(), 2) + " bit"
                    : Numbers.bytes(row.total()));
    total.getStyleClass().add("bytes-total");
    for (int part = 0; part < BytesChart.PARTS.size(); part++) {
      var rectangle = new Rectangle();
      rectangle.getStyleClass().addAll("bytes-part", "part-" + (part + 1));
      parts.add(rectangle);
    }
    getChildren().add(name);
    getChildren().addAll(parts);
    getChildren().add(total);
    getStyleClass().add("bytes-row");
    if (pinned) {
      getStyleClass().add("pinned");
    }
    setMaxHeight(TALLEST);
    VBox.setVgrow(this, Priority.ALWAYS);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(describe().replace("\n", ", "));
    Tooltip.install(this, new Tooltip(describe()));
    setOnMouseClicked(
        click -> {
          requestFocus();
          select(onSelect);
        });
    setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            select(onSelect);
            key.consume();
          }
        });
  }

  private void select(Consumer<String> onSelect) {
    if (row.kind() != BytesRow.Kind.REST) {
      onSelect.accept(row.layer());
    }
  }

  /** The width that the longest of these bars' names wants. */
  static double widest(List<? extends Node> bars) {
    double widest = 0;
    for (Node bar : bars) {
      var text = new Text(((BytesBar) bar).row.layer());
      widest = Math.max(widest, text.getLayoutBounds().getWidth());
    }
    return widest + 4;
  }

  void setNameWidth(double width) {
    nameWidth = width;
    requestLayout();
  }

  void setSelected(String layer) {
    getStyleClass().remove("selected");
    if (row.layer().equals(layer) && row.kind() == BytesRow.Kind.CURRENT) {
      getStyleClass().add("selected");
    }
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset() + 4;
    double height = getHeight();
    double names = Math.min(nameWidth, getWidth() * 0.48);
    name.resizeRelocate(left, 0, names, height);
    double x = left + names + GAP;
    double room = Math.max(0, getWidth() - x - GAP - TOTAL_WIDTH);
    double bar = Math.min(height - 6, 22);
    long[] bytes = row.parts();
    for (int part = 0; part < bytes.length; part++) {
      double amount = bits ? 8.0 * bytes[part] / row.kept() : bytes[part];
      double width = largest == 0 ? 0 : room * amount / largest;
      Rectangle rectangle = parts.get(part);
      rectangle.setX(x);
      rectangle.setY((height - bar) / 2);
      rectangle.setWidth(width);
      rectangle.setHeight(bar);
      x += width;
    }
    boolean empty = row.total() == 0;
    total.resizeRelocate(x + GAP, 0, empty ? room + TOTAL_WIDTH : TOTAL_WIDTH, height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 22;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }

  private String describe() {
    var text = new StringBuilder(row.layer());
    if (row.kind() == BytesRow.Kind.PINNED) {
      text.append(" in the pinned run");
    }
    text.append(String.format(Locale.ROOT, ": %,d bytes", row.total()));
    long[] bytes = row.parts();
    for (int part = 0; part < bytes.length; part++) {
      if (bytes[part] > 0) {
        text.append(
            String.format(
                Locale.ROOT,
                "%n%s %,d (%.1f %%)",
                BytesChart.PARTS.get(part),
                bytes[part],
                100.0 * bytes[part] / row.total()));
      }
    }
    if (row.kept() > 0) {
      text.append(
          String.format(Locale.ROOT, "%n%.4f bits per kept weight", row.bitsPerKeptWeight()));
    }
    if (!row.details().isEmpty()) {
      text.append('\n').append(row.details());
    }
    return text.toString();
  }
}
