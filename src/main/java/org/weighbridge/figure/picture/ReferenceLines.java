package org.weighbridge.figure.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.ReferenceLine.Direction;
import org.weighbridge.figure.Span;

/**
 * Lines across the plot, their labels outside it: beside for horizontal ones, above for vertical
 * ones, pushed apart where they would touch.
 */
final class ReferenceLines {
  private static final double GAP = 4;

  private ReferenceLines() {}

  static double widthBeside(List<ReferenceLine> lines, Span y) {
    return shown(lines, Direction.HORIZONTAL, y).stream()
        .mapToDouble(line -> Pen.width(line.label(), Fonts.SMALL) + GAP)
        .max()
        .orElse(0);
  }

  static double heightAbove(List<ReferenceLine> lines, Span x) {
    return shown(lines, Direction.VERTICAL, x).isEmpty() ? 0 : Pen.lineHeight(Fonts.SMALL) + 2;
  }

  static void draw(Plot plot, List<ReferenceLine> lines) {
    horizontal(plot, shown(lines, Direction.HORIZONTAL, plot.y()).reversed());
    vertical(plot, shown(lines, Direction.VERTICAL, plot.x()));
  }

  private static void horizontal(Plot plot, List<ReferenceLine> lines) {
    Box area = plot.area();
    double height = Pen.lineHeight(Fonts.SMALL);
    double[] wanted = lines.stream().mapToDouble(line -> plot.py(line.at())).toArray();
    double[] sizes = lines.stream().mapToDouble(line -> height).toArray();
    double[] labels = spread(wanted, sizes, area.y(), area.bottom());
    for (int i = 0; i < wanted.length; i++) {
      var stroke = Pen.dashed(0.8, dashes(i));
      plot.pen().line(area.x(), wanted[i], area.right(), wanted[i], Pen.MUTED, stroke);
      String label = lines.get(i).label();
      double x = area.right() + GAP;
      plot.pen().text(label, x, labels[i], Fonts.SMALL, Pen.MUTED, Pen.Align.AFTER);
    }
  }

  private static void vertical(Plot plot, List<ReferenceLine> lines) {
    Box area = plot.area();
    double[] wanted = lines.stream().mapToDouble(line -> plot.px(line.at())).toArray();
    double[] sizes =
        lines.stream().mapToDouble(line -> Pen.width(line.label(), Fonts.SMALL) + GAP).toArray();
    double[] labels = spread(wanted, sizes, area.x(), area.right());
    double y = area.y() - Pen.lineHeight(Fonts.SMALL) / 2 - 1;
    for (int i = 0; i < wanted.length; i++) {
      var stroke = Pen.dashed(0.8, dashes(0));
      plot.pen().line(wanted[i], area.y(), wanted[i], area.bottom(), Pen.MUTED, stroke);
      String label = lines.get(i).label();
      plot.pen().text(label, labels[i], y, Fonts.SMALL, Pen.MUTED, Pen.Align.MIDDLE);
    }
  }

  /** Neighbouring lines differ. */
  private static float[] dashes(int index) {
    return index % 2 == 0 ? new float[] {5, 3} : new float[] {1.5f, 2};
  }

  private static List<ReferenceLine> shown(
      List<ReferenceLine> lines, Direction direction, Span span) {
    var shown = new ArrayList<>(lines);
    shown.removeIf(line -> line.direction() != direction || !span.contains(line.at()));
    shown.sort(Comparator.comparingDouble(ReferenceLine::at));
    return shown;
  }

  /**
   * Middles of labels, ascending, close to where they are wanted but not over each other: first
   * pushed up from the lower end, then back from the upper one.
   */
  static double[] spread(double[] wanted, double[] sizes, double from, double to) {
    double[] at = wanted.clone();
    double free = from;
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.max(at[i], free + (i == 0 ? 0 : sizes[i] / 2));
      free = at[i] + sizes[i] / 2;
    }
    double limit = to;
    for (int i = at.length - 1; i >= 0; i--) {
      at[i] = Math.min(at[i], limit - (i == at.length - 1 ? 0 : sizes[i] / 2));
      limit = at[i] - sizes[i] / 2;
    }
    return at;
  }
}
