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

  /** Lays out axes in a box, with room for all labels. */
  static Plot layOut(
      Pen pen, Box box, Axis xAxis, Span x, Axis yAxis, Span y, List<ReferenceLine> lines) {
    double line = Pen.lineHeight(Fonts.TEXT);
    double bottom = MARK + GAP + line + (xAxis.label().isEmpty() ? 0 : line + GAP);
    double top = Math.max(line / 2, ReferenceLines.heightAbove(lines, x));
    Ticks yTicks = FittingTicks.vertical(y, box.height() - top - bottom);
    double left =
        MARK + GAP + FittingTicks.widest(yTicks) + (yAxis.label().isEmpty() ? 0 : line + GAP);
    double right = Math.max(ReferenceLines.widthBeside(lines, y), line);
    Box area = box.inset(left, top, right, bottom);
    return new Plot(pen, area, x, y, FittingTicks.horizontal(xAxis, x, area.width()), yTicks);
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
