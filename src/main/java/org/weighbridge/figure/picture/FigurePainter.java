package org.weighbridge.figure.picture;

import java.awt.Graphics2D;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.PanelFigure;
import org.weighbridge.figure.ParallelFigure;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.XyFigure;

/** Draws any figure on any canvas whose unit is the point. */
final class FigurePainter {
  static final double MARGIN = 5;

  /** Dots per point of a canvas without dots. */
  static final double VECTOR = Double.POSITIVE_INFINITY;

  private FigurePainter() {}

  /**
   * Draws a figure into a size, its upper left corner at (0, 0).
   *
   * @param dotsPerPoint of the canvas, or {@link #VECTOR}
   */
  static void paint(Figure figure, FigureSize size, Graphics2D canvas, double dotsPerPoint) {
    var pen = new Pen(canvas, dotsPerPoint);
    Box page = new Box(0, 0, size.widthPoints(), size.heightPoints());
    Box rest = Heading.draw(pen, figure.caption(), page.inset(MARGIN, MARGIN, MARGIN, MARGIN));
    switch (figure) {
      case XyFigure xy -> XyPainter.paint(pen, xy, rest);
      case PanelFigure panels -> PanelPainter.paint(pen, panels, rest);
      case HistogramFigure histogram -> HistogramPainter.paint(pen, histogram, rest);
      case StackedBarFigure bars -> StackedBarPainter.paint(pen, bars, rest);
      case ParallelFigure parallel -> ParallelPainter.paint(pen, parallel, rest);
      case ImageFigure image -> ImagePainter.paint(pen, image, rest);
      case TableFigure table -> TablePainter.paint(pen, table, rest);
    }
  }
}
