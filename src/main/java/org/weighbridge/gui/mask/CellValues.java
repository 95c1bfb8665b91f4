package org.weighbridge.gui.mask;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The values written into the cells, where these are large enough. */
final class CellValues extends Canvas {
  private static final double WIDE_ENOUGH = 40;
  private static final double HIGH_ENOUGH = 14;
  private static final Font FONT = Font.font("DejaVu Sans", 9);

  CellValues() {
    setManaged(false);
    setMouseTransparent(true);
  }

  void write(Shading shading, Viewport view, Block seen, double width, double height) {
    boolean room = view.scaleX() >= WIDE_ENOUGH && view.scaleY() >= HIGH_ENOUGH;
    setVisible(room);
    if (!room) {
      return;
    }
    setWidth(width);
    setHeight(height);
    var pen = getGraphicsContext2D();
    pen.clearRect(0, 0, width, height);
    pen.setFont(FONT);
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.CENTER);
    for (int row = seen.firstRow(); row <= seen.lastRow(); row++) {
      for (int column = seen.firstColumn(); column <= seen.lastColumn(); column++) {
        int colour = shading.colour(-1, row, row + 1, column, column + 1);
        pen.setFill(dark(colour) ? Color.WHITE : Color.BLACK);
        pen.fillText(
            text(shading, row, column),
            (column + 0.5 - view.left()) * view.scaleX(),
            (row + 0.5 - view.top()) * view.scaleY());
      }
    }
  }

  /** Rounded to what a cell has room for; the tooltip has all digits. */
  static String text(Shading shading, int row, int column) {
    float value = shading.pyramid().weight(row, column);
    var levels = shading.levels();
    if (levels != null) {
      int rank = levels.rank(value);
      return rank < 0 ? "0" : "#" + (rank + 1);
    }
    if (value == 0f) {
      return "0";
    }
    float size = Math.abs(value);
    return size >= 1e-3 && size < 100
        ? String.format(Locale.ROOT, size < 1 ? "%.4f" : "%.3f", value)
        : String.format(Locale.ROOT, "%.0e", value);
  }

  /** By the luminance of ITU-R BT.709. */
  private static boolean dark(int colour) {
    double luminance =
        0.2126 * (colour >> 16 & 255) + 0.7152 * (colour >> 8 & 255) + 0.0722 * (colour & 255);
    return luminance < 128;
  }
}
