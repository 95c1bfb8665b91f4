package org.weighbridge.figure.picture;

import org.weighbridge.figure.Figure;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.PanelFigure;
import org.weighbridge.figure.ParallelFigure;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.figure.XyFigure;

/** The size of a figure on paper, in millimetres. */
public record FigureSize(double widthMm, double heightMm) {
  /** A width that fits the pages of journals. */
  public enum Width {
    ONE_COLUMN(84, "1col"),
    TWO_COLUMNS(174, "2col");

    private final double mm;
    private final String suffix;

    Width(double mm, String suffix) {
      this.mm = mm;
      this.suffix = suffix;
    }

    /** In millimetres. */
    public double mm() {
      return mm;
    }

    /** What it is called in names of files. */
    public String suffix() {
      return suffix;
    }
  }

  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final double TALLEST_MM = 200;

  /** The height of one of several panels, of that of a plot alone. */
  private static final double PANEL = 0.6;

  public FigureSize {
    if (!(widthMm >= 20 && heightMm >= 10)) {
      throw new IllegalArgumentException("a figure of " + widthMm + " × " + heightMm + " mm");
    }
  }

  /** A width and the height that suits the figure. */
  public static FigureSize of(Figure figure, Width width) {
    return of(figure, width.mm());
  }

  private static FigureSize of(Figure figure, double widthMm) {
    double width = widthMm * POINTS_PER_MM - 2 * FigurePainter.MARGIN;
    double body =
        switch (figure) {
          case XyFigure xy -> Legend.height(XyPainter.legend(xy), width) + plot(width);
          case PanelFigure panels -> PanelPainter.height(panels, width, PANEL * plot(width));
          case HistogramFigure histogram ->
              Legend.height(HistogramPainter.legend(histogram), width) + plot(width);
          case StackedBarFigure bars ->
              Legend.height(StackedBarPainter.legend(bars), width)
                  + bars.bars().size() * StackedBarPainter.ROW
                  + StackedBarPainter.axisHeight();
          case ParallelFigure parallel ->
              Legend.height(ParallelPainter.legend(parallel), width)
                  + plot(width)
                  + ParallelPainter.extra(parallel, width);
          case ImageFigure image -> ImagePainter.height(image, width);
          case TableFigure table -> TablePainter.height(table, width);
        };
    double points = Heading.height(figure.caption(), width) + body + 2 * FigurePainter.MARGIN;
    return new FigureSize(widthMm, Math.min(TALLEST_MM, points / POINTS_PER_MM));
  }

  /** The height of a plot with its axes: flatter where it is wide. */
  private static double plot(double width) {
    return width < Width.ONE_COLUMN.mm() * 1.5 * POINTS_PER_MM ? width * 0.68 : width * 0.48;
  }

  public double widthPoints() {
    return widthMm * POINTS_PER_MM;
  }

  public double heightPoints() {
    return heightMm * POINTS_PER_MM;
  }
}
