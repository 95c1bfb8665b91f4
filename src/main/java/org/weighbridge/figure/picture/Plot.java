package org.weighbridge.figure.picture;

import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Span;
import org.weighbridge.figure.Ticks;

/**
 * Two axes with their grid, marks and labels around the area where data are drawn.
 *
 * @param area where the data are drawn
 */
record Plot(Pen pen, Box area, Span x, Span y, Ticks xTicks, Ticks yTicks) {
  private static final double MARK = 3;
  private static final double GAP = 3;

  /** Room at the sides of the area. */
  record Margins(double left, double right) {
    static final Margins NONE = new Margins(0, 0);

    Margins or(Margins other) {
      return new Margins(Math.max(left, other.left), Math.max(right, other.right));
    }
  }

  /** What labels need at the sides of a plot of some height. */
  static Margins margins(
      double height, Axis xAxis, Span x, Axis yAxis, Span y, List<ReferenceLine> lines) {
    double line = Pen.lineHeight(Fonts.TEXT);
    Ticks yTicks = FittingTicks.vertical(y, height - top(x, lines) - bottom(xAxis));
    double left =
        MARK + GAP + FittingTicks.widest(yTicks) + (yAxis.label().isEmpty() ? 0 : line + GAP);
    return new Margins(left, Math.max(ReferenceLines.widthBeside(lines, y), line));
  }

  /** Lays out axes in a box, with room for all labels. */
  static Plot layOut(
      Pen pen, Box box, Axis xAxis, Span x, Axis yAxis, Span y, List<ReferenceLine> lines) {
    var margins = margins(box.height(), xAxis, x, yAxis, y, lines);
    return layOut(pen, box, xAxis, x, y, lines, margins);
  }

  /** The same with room at the sides that is already known. */
  static Plot layOut(
      Pen pen, Box box, Axis xAxis, Span x, Span y, List<ReferenceLine> lines, Margins margins) {
    Box area = box.inset(margins.left(), top(x, lines), margins.right(), bottom(xAxis));
    Ticks yTicks = FittingTicks.vertical(y, area.height());
    return new Plot(pen, area, x, y, FittingTicks.horizontal(xAxis, x, area.width()), yTicks);
  }

  private static double top(Span x, List<ReferenceLine> lines) {
    return Math.max(Pen.lineHeight(Fonts.TEXT) / 2, ReferenceLines.heightAbove(lines, x));
  }

  private static double bottom(Axis xAxis) {
    double line = Pen.lineHeight(Fonts.TEXT);
    return MARK + GAP + line + (xAxis.label().isEmpty() ? 0 : line + GAP);
  }

  double px(double value) {
    return area.x() + x.place(value) * area.width();
  }

  double py(double value) {
    return area.bottom() - y.place(value) * area.height();
  }

  /** Draws grid, marks, labels and titles; data come over it. */
  void draw(Axis xAxis, Axis yAxis) {
    var thin = Pen.solid(0.5);
    var axis = Pen.solid(0.7);
    for (Ticks.Tick tick : xTicks.major()) {
      double at = px(tick.at());
      pen.line(at, area.y(), at, area.bottom(), Pen.GRID, thin);
    }
    for (Ticks.Tick tick : yTicks.major()) {
      double at = py(tick.at());
      pen.line(area.x(), at, area.right(), at, Pen.GRID, thin);
    }
    pen.line(area.x(), area.y(), area.x(), area.bottom(), Pen.INK, axis);
    pen.line(area.x(), area.bottom(), area.right(), area.bottom(), Pen.INK, axis);
    for (double value : xTicks.minor()) {
      double at = px(value);
      pen.line(at, area.bottom(), at, area.bottom() + MARK / 2, Pen.INK, thin);
    }
    for (double value : yTicks.minor()) {
      double at = py(value);
      pen.line(area.x() - MARK / 2, at, area.x(), at, Pen.INK, thin);
    }
    labels(xAxis, yAxis);
  }

  private void labels(Axis xAxis, Axis yAxis) {
    var thin = Pen.solid(0.5);
    double line = Pen.lineHeight(Fonts.TEXT);
    double under = area.bottom() + MARK + GAP + line / 2;
    for (Ticks.Tick tick : xTicks.major()) {
      double at = px(tick.at());
      pen.line(at, area.bottom(), at, area.bottom() + MARK, Pen.INK, thin);
      pen.text(tick.label(), at, under, Fonts.TEXT, Pen.INK, Pen.Align.MIDDLE);
    }
    for (Ticks.Tick tick : yTicks.major()) {
      double at = py(tick.at());
      pen.line(area.x() - MARK, at, area.x(), at, Pen.INK, thin);
      pen.text(tick.label(), area.x() - MARK - GAP, at, Fonts.TEXT, Pen.INK, Pen.Align.BEFORE);
    }
    double middle = area.x() + area.width() / 2;
    pen.text(xAxis.label(), middle, under + line + GAP, Fonts.TEXT, Pen.INK, Pen.Align.MIDDLE);
    double beside = area.x() - MARK - GAP - FittingTicks.widest(yTicks) - GAP - line / 2;
    pen.textUp(yAxis.label(), beside, area.y() + area.height() / 2, Fonts.TEXT, Pen.INK);
  }
}
