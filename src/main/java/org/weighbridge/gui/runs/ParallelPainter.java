package org.weighbridge.gui.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws parallel coordinates in the colours of the theme. */
final class ParallelPainter {
  private static final Font NAME = Font.font("DejaVu Sans", 11);
  private static final Font END = Font.font("DejaVu Sans", 10);

  /** What has a colour of its own; the theme gives it to the style class of the same name. */
  private enum Ink {
    AXIS,
    TEXT,
    RUN,
    FAINT,
    CURRENT,
    PINNED,
    SELECTED,
    RANGE
  }

  private final Map<Ink, Line> inks = new LinkedHashMap<>();
  private final Group swatches = new Group();

  /**
   * A painter.
   *
   * @param changed told when the theme has other colours
   */
  ParallelPainter(Runnable changed) {
    swatches.setManaged(false);
    swatches.setVisible(false);
    for (Ink ink : Ink.values()) {
      var swatch = new Line();
      swatch.getStyleClass().add("ink-" + ink.name().toLowerCase(java.util.Locale.ROOT));
      swatch.strokeProperty().addListener(change -> changed.run());
      inks.put(ink, swatch);
      swatches.getChildren().add(swatch);
    }
  }

  /** Invisible nodes that take the colours from the scene's style sheets. */
  Group swatches() {
    return swatches;
  }

  void draw(GraphicsContext g, PlotGeometry geometry, ParallelViewModel model) {
    g.clearRect(0, 0, geometry.width(), geometry.height());
    var picture = model.picture().get();
    if (picture.axes().isEmpty() || picture.lines().isEmpty()) {
      return;
    }
    for (int i = 0; i < picture.axes().size(); i++) {
      axis(g, geometry, i, picture.axes().get(i), model);
    }
    picture.lines().stream().filter(l -> !l.shown()).forEach(l -> line(g, geometry, l));
    picture.lines().stream()
        .filter(l -> l.shown() && !strong(l))
        .forEach(l -> line(g, geometry, l));
    picture.lines().stream().filter(l -> l.shown() && strong(l)).forEach(l -> line(g, geometry, l));
  }

  private static boolean strong(ParallelPicture.Line line) {
    return line.current() || line.pinned() || line.selected();
  }

  private void axis(
      GraphicsContext g, PlotGeometry geometry, int i, Axis axis, ParallelViewModel model) {
    double x = Math.rint(geometry.x(i)) + 0.5;
    g.setLineDashes();
    var range = model.range(axis);
    if (range != null) {
      double top = geometry.y(Math.clamp(axis.at(range.high()), 0, 1));
      double bottom = geometry.y(Math.clamp(axis.at(range.low()), 0, 1));
      g.setFill(ink(Ink.RANGE));
      g.setGlobalAlpha(0.25);
      g.fillRect(x - 7, top, 14, Math.max(2, bottom - top));
      g.setGlobalAlpha(1);
      g.setStroke(ink(Ink.RANGE));
      g.setLineWidth(1.5);
      g.strokeRect(x - 7, top, 14, Math.max(2, bottom - top));
    }
    g.setStroke(ink(Ink.AXIS));
    g.setLineWidth(1);
    g.strokeLine(x, geometry.y(1), x, geometry.y(0));
    g.strokeLine(x - 3, geometry.y(1), x + 3, geometry.y(1));
    g.strokeLine(x - 3, geometry.y(0), x + 3, geometry.y(0));
    g.setTextAlign(TextAlignment.CENTER);
    g.setFill(ink(Ink.TEXT));
    var text = axis.quantity().text();
    write(g, NAME, axis.quantity().title(), x, 12, geometry.slot() - 6);
    write(g, END, text.apply(axis.most()), x, 27, geometry.slot() - 6);
    write(g, END, text.apply(axis.least()), x, geometry.height() - 5, geometry.slot() - 6);
  }

  private void line(GraphicsContext g, PlotGeometry geometry, ParallelPicture.Line line) {
    g.setStroke(ink(ink(line)));
    g.setLineWidth(line.current() ? 2.6 : line.selected() || line.pinned() ? 2 : 1);
    if (line.pinned()) {
      g.setLineDashes(7, 4);
    } else {
      g.setLineDashes();
    }
    double[] at = line.at();
    for (int i = 0; i + 1 < at.length; i++) {
      if (!Double.isNaN(at[i]) && !Double.isNaN(at[i + 1])) {
        g.strokeLine(geometry.x(i), geometry.y(at[i]), geometry.x(i + 1), geometry.y(at[i + 1]));
      }
    }
    g.setLineDashes();
    g.setFill(ink(ink(line)));
    for (int i = 0; i < at.length; i++) {
      if (!Double.isNaN(at[i])) {
        marker(g, line, geometry.x(i), geometry.y(at[i]));
      }
    }
  }

  /** A diamond for the current and, hollow, the pinned run, as in the table; dots for others. */
  private static void marker(GraphicsContext g, ParallelPicture.Line line, double x, double y) {
    double r = 4.5;
    double[] xs = {x, x + r, x, x - r};
    double[] ys = {y - r, y, y + r, y};
    if (line.current()) {
      g.fillPolygon(xs, ys, 4);
    } else if (line.pinned()) {
      g.strokePolygon(xs, ys, 4);
    } else if (line.selected()) {
      g.fillOval(x - 3, y - 3, 6, 6);
    } else if (line.shown()) {
      g.fillOval(x - 1.5, y - 1.5, 3, 3);
    }
  }

  private static Ink ink(ParallelPicture.Line line) {
    if (!line.shown()) {
      return Ink.FAINT;
    }
    return line.current()
        ? Ink.CURRENT
        : line.selected() ? Ink.SELECTED : line.pinned() ? Ink.PINNED : Ink.RUN;
  }

  private Paint ink(Ink ink) {
    var swatch = inks.get(ink);
    var paint = swatch == null ? null : swatch.getStroke();
    return paint == null ? Color.GRAY : paint;
  }

  /** A text in the room it has; layers of one network differ in the ends of their names. */
  private static void write(
      GraphicsContext g, Font font, String text, double x, double y, double room) {
    g.setFont(font);
    String shown = text;
    for (int cut = 1; width(shown, font) > room && cut < text.length(); cut++) {
      shown = "…" + text.substring(cut);
    }
    g.fillText(shown, x, y);
  }

  private static double width(String text, Font font) {
    var measure = new Text(text);
    measure.setFont(font);
    return measure.getLayoutBounds().getWidth();
  }
}
