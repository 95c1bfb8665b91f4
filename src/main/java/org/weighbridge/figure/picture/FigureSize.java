package org.weighbridge.figure.picture;

import java.util.List;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.XyFigure;

/** The size of a figure on paper, in millimetres. */
public record FigureSize(double widthMm, double heightMm) {
  /** The width of one column of a journal page. */
  public static final double ONE_COLUMN = 84;

  /** The width of two columns. */
  public static final double TWO_COLUMNS = 174;

  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final double TALLEST_MM = 200;

  public FigureSize {
    if (!(widthMm >= 20 && heightMm >= 10)) {
      throw new IllegalArgumentException("a figure of " + widthMm + " × " + heightMm + " mm");
    }
  }

  /** A width and the height that suits the figure. */
  public static FigureSize of(Figure figure, double widthMm) {
    double width = widthMm * POINTS_PER_MM - 2 * FigurePainter.MARGIN;
    double body =
        switch (figure) {
          case XyFigure xy -> plot(XyPainter.legend(xy), width);
          case HistogramFigure histogram -> plot(HistogramPainter.legend(histogram), width);
          case StackedBarFigure bars ->
              Legend.height(StackedBarPainter.legend(bars), width)
                  + bars.bars().size() * StackedBarPainter.ROW
                  + StackedBarPainter.axisHeight();
          case ImageFigure image -> ImagePainter.height(image, width);
        };
    double points = Heading.height(figure.caption(), width) + body + 2 * FigurePainter.MARGIN;
    return new FigureSize(widthMm, Math.min(TALLEST_MM, points / POINTS_PER_MM));
  }

  private static double plot(List<Legend.Entry> legend, double width) {
    double height = width < ONE_COLUMN * 1.5 * POINTS_PER_MM ? width * 0.68 : width * 0.48;
    return Legend.height(legend, width) + height;
  }

  public double widthPoints() {
    return widthMm * POINTS_PER_MM;
  }

  public double heightPoints() {
    return heightMm * POINTS_PER_MM;
  }
}
