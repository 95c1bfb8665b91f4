package org.weighbridge.gui.chart;

import javafx.scene.Node;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/**
 * How series are told apart: by colour (style classes {@code series-1} to {@code series-7}, defined
 * with the theme), by dash (style classes {@code dash-1} to {@code dash-4}) and by marker, so that
 * no reader depends on colour.
 */
final class Series {
  /** The number of different colours. */
  static final int COUNT = 7;

  private static final double[][] MARKERS = {
    polygon(12, 1.0, 0), // near enough to a circle at this size
    polygon(4, 1.25, 45),
    polygon(4, 1.25, 0),
    polygon(3, 1.35, -90),
    star(4, -45),
    polygon(3, 1.35, 90),
    star(5, -90)
  };

  private Series() {}

  /** Gives the nodes the colour of a series, counted from 0. */
  static void colour(int series, Node... nodes) {
    for (Node node : nodes) {
      node.getStyleClass().removeIf(style -> style.startsWith("series-"));
      node.getStyleClass().add("series-" + (Math.floorMod(series, COUNT) + 1));
    }
  }

  /** Gives the node the dash of a series, counted from 0. */
  static void dash(int series, Node node) {
    node.getStyleClass().removeIf(style -> style.startsWith("dash-"));
    node.getStyleClass().add("dash-" + (Math.floorMod(series, COUNT) % 4 + 1));
  }

  /** Adds the marker of a series, counted from 0, to a path; of one colour each has its own. */
  static void marker(Path path, int series, double x, double y, double radius) {
    double[] outline = MARKERS[Math.floorMod(series + Math.floorDiv(series, COUNT), COUNT)];
    for (int i = 0; i < outline.length; i += 2) {
      double px = x + outline[i] * radius;
      double py = y + outline[i + 1] * radius;
      PathElement element = i == 0 ? new MoveTo(px, py) : new LineTo(px, py);
      path.getElements().add(element);
    }
    path.getElements().add(new ClosePath());
  }

  private static double[] polygon(int corners, double radius, double degrees) {
    double[] outline = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(degrees + 360.0 * i / corners);
      outline[2 * i] = radius * Math.cos(angle);
      outline[2 * i + 1] = radius * Math.sin(angle);
    }
    return outline;
  }

  private static double[] star(int points, double degrees) {
    double[] outer = polygon(points, 1.5, degrees);
    double[] inner = polygon(points, 0.6, degrees + 180.0 / points);
    double[] outline = new double[4 * points];
    for (int i = 0; i < points; i++) {
      System.arraycopy(outer, 2 * i, outline, 4 * i, 2);
      System.arraycopy(inner, 2 * i, outline, 4 * i + 2, 2);
    }
    return outline;
  }
}
