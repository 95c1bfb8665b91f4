package org.weighbridge.figure.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.weighbridge.figure.Palette;
import org.weighbridge.figure.Style;

/** What colours, markers and dashes look like. */
final class Looks {
  private static final double LINE = 1.1;
  private static final double RADIUS = 2.1;

  private Looks() {}

  static Color color(Palette color) {
    return new Color(color.rgb());
  }

  static Color transparent(Palette color, double alpha) {
    return new Color(color.rgb() | (int) Math.round(255 * alpha) << 24, true);
  }

  static Stroke stroke(Style.Dash dash) {
    return switch (dash) {
      case SOLID, NONE -> Pen.solid(LINE);
      case DASHED -> Pen.dashed(LINE, 4, 2);
      case DOTTED -> Pen.dashed(LINE, 1.2f, 1.6f);
      case DASH_DOT -> Pen.dashed(LINE, 4, 1.6f, 1.2f, 1.6f);
    };
  }

  /** Draws the marker of a style, its white edge keeping it apart from the lines under it. */
  static void mark(Pen pen, Style style, double x, double y) {
    Color color = color(style.color());
    switch (style.marker()) {
      case NONE -> {}
      case CROSS -> pen.draw(cross(x, y), color, Pen.solid(LINE));
      default -> {
        Shape shape = outline(style.marker(), x, y);
        pen.draw(shape, Color.WHITE, Pen.solid(1));
        pen.fill(shape, color);
      }
    }
  }

  private static Shape outline(Style.Marker marker, double x, double y) {
    return switch (marker) {
      case SQUARE -> new Rectangle2D.Double(x - 1.9, y - 1.9, 3.8, 3.8);
      case DIAMOND -> polygon(x, y, 0, -2.8, 2.8, 0, 0, 2.8, -2.8, 0);
      case TRIANGLE -> polygon(x, y, 0, -2.7, 2.5, 1.9, -2.5, 1.9);
      case INVERTED_TRIANGLE -> polygon(x, y, 0, 2.7, 2.5, -1.9, -2.5, -1.9);
      case CIRCLE, CROSS, NONE ->
          new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    };
  }

  private static Shape cross(double x, double y) {
    var path = new Path2D.Double();
    path.moveTo(x - RADIUS, y - RADIUS);
    path.lineTo(x + RADIUS, y + RADIUS);
    path.moveTo(x - RADIUS, y + RADIUS);
    path.lineTo(x + RADIUS, y - RADIUS);
    return path;
  }

  private static Shape polygon(double x, double y, double... offsets) {
    var path = new Path2D.Double();
    path.moveTo(x + offsets[0], y + offsets[1]);
    for (int i = 2; i < offsets.length; i += 2) {
      path.lineTo(x + offsets[i], y + offsets[i + 1]);
    }
    path.closePath();
    return path;
  }
}
