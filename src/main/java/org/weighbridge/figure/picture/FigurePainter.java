package org.weighbridge.figure.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.XyFigure;

/** Draws any figure on any canvas whose unit is the point. */
public final class FigurePainter {
  static final double MARGIN = 5;

  private FigurePainter() {}

  /** Draws a figure into a size, its upper left corner at (0, 0). */
  public static void paint(Figure figure, FigureSize size, Graphics2D canvas) {
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    var pen = new Pen(canvas);
    Box page = new Box(0, 0, size.widthPoints(), size.heightPoints());
    Box rest = Heading.draw(pen, figure.caption(), page.inset(MARGIN, MARGIN, MARGIN, MARGIN));
    switch (figure) {
      case XyFigure xy -> XyPainter.paint(pen, xy, rest);
      case HistogramFigure histogram -> HistogramPainter.paint(pen, histogram, rest);
      case StackedBarFigure bars -> StackedBarPainter.paint(pen, bars, rest);
      case ImageFigure image -> ImagePainter.paint(pen, image, rest);
    }
  }
}
