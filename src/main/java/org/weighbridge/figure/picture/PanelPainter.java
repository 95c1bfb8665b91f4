package org.weighbridge.figure.picture;

import java.util.LinkedHashMap;
import java.util.List;
import org.weighbridge.figure.PanelFigure;
import org.weighbridge.figure.XyFigure;

/** Plots one below the other, their areas of one width, with one legend. */
final class PanelPainter {
  private static final double BETWEEN = 3;

  private PanelPainter() {}

  static void paint(Pen pen, PanelFigure figure, Box box) {
    Box rest = Legend.draw(pen, legend(figure), box);
    int count = figure.panels().size();
    double height = (rest.height() - (count - 1) * BETWEEN) / count;
    var margins = Plot.Margins.NONE;
    for (XyFigure panel : figure.panels()) {
      margins = margins.or(XyPainter.margins(panel, height));
    }
    for (int i = 0; i < count; i++) {
      double top = rest.y() + i * (height + BETWEEN);
      XyPainter.plot(
          pen, figure.panels().get(i), new Box(rest.x(), top, rest.width(), height), margins);
    }
  }

  /** Each name once, as it looks where it comes first. */
  static List<Legend.Entry> legend(PanelFigure figure) {
    var entries = new LinkedHashMap<String, Legend.Entry>();
    figure.panels().stream()
        .flatMap(panel -> XyPainter.legend(panel).stream())
        .forEach(entry -> entries.putIfAbsent(entry.name(), entry));
    return List.copyOf(entries.values());
  }

  /** The height of all panels in a box of some width. */
  static double height(PanelFigure figure, double width, double panel) {
    int count = figure.panels().size();
    return Legend.height(legend(figure), width) + count * panel + (count - 1) * BETWEEN;
  }
}
