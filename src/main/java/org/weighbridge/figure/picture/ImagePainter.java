package org.weighbridge.figure.picture;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.stream.DoubleStream;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.Span;
import org.weighbridge.figure.Ticks;
import org.weighbridge.figure.Viridis;

/** A matrix, its first row on top. */
final class ImagePainter {
  private static final double GAP = 3;

  /** A cell is not drawn larger than this, in points. */
  private static final double LARGEST_CELL = 12;

  /** A matrix much longer than wide is stretched to this, so that it can be seen at all. */
  private static final double LONGEST = 8;

  private ImagePainter() {}

  static void paint(Pen pen, ImageFigure figure, Box box) {
    double line = Pen.lineHeight(Fonts.TEXT);
    Box room =
        box.inset(leftMargin(figure), line / 2, ColorKey.width(figure.key()), bottomMargin());
    Box area = place(pen, figure, room);
    image(pen, figure, area);
    pen.draw(rectangle(area), Pen.INK, Pen.solid(0.6));
    rowAxis(pen, figure, area);
    columnAxis(pen, figure, area);
    ColorKey.draw(pen, figure.key(), area);
  }

  /** The height of the image in a room of some width. */
  static double height(ImageFigure figure, double width) {
    double room = width - leftMargin(figure) - ColorKey.width(figure.key());
    double natural = Math.min(room, figure.columns() * LARGEST_CELL) * aspect(figure);
    double beside = ColorKey.height(figure.key());
    return Math.max(natural + bottomMargin(), beside) + Pen.lineHeight(Fonts.TEXT) / 2;
  }

  /** Height by width, as drawn. */
  private static double aspect(ImageFigure figure) {
    double aspect = (double) figure.rows() / figure.columns();
    return Math.clamp(aspect, 1 / LONGEST, LONGEST);
  }

  /**
   * The largest rectangle in the room, a whole number of dots for every cell where that is
   * possible: else some rows and columns of a mask would be drawn wider than others.
   */
  private static Box place(Pen pen, ImageFigure figure, Box room) {
    double width = Math.min(room.width(), figure.columns() * LARGEST_CELL);
    width = Math.min(width, room.height() / aspect(figure));
    double height = width * aspect(figure);
    double scale = pen.dotsPerPoint();
    if (Double.isInfinite(scale)) {
      return new Box(room.x(), room.y(), width, height);
    }
    double x = Math.round(room.x() * scale) / scale;
    double y = Math.round(room.y() * scale) / scale;
    return new Box(
        x, y, whole(width, figure.columns(), scale), whole(height, figure.rows(), scale));
  }

  private static double whole(double size, int cells, double scale) {
    double pixels = Math.floor(size * scale / cells);
    return pixels >= 1 ? pixels * cells / scale : size;
  }

  private static void image(Pen pen, ImageFigure figure, Box area) {
    var image = new BufferedImage(figure.columns(), figure.rows(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < figure.rows(); row++) {
      for (int column = 0; column < figure.columns(); column++) {
        image.setRGB(column, row, Viridis.rgb(figure.key().place(figure.cell(row, column))));
      }
    }
    var g = pen.graphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    var place = AffineTransform.getTranslateInstance(area.x(), area.y());
    place.scale(area.width() / figure.columns(), area.height() / figure.rows());
    g.drawImage(image, place, null);
  }

  private static void rowAxis(Pen pen, ImageFigure figure, Box area) {
    Span span = Span.of(figure.y(), DoubleStream.of(0, figure.rows()));
    for (Ticks.Tick tick : FittingTicks.vertical(span, area.height()).major()) {
      double y = area.y() + span.place(tick.at()) * area.height();
      pen.line(area.x() - 3, y, area.x(), y, Pen.INK, Pen.solid(0.5));
      pen.text(tick.label(), area.x() - 3 - GAP, y, Fonts.TEXT, Pen.INK, Pen.Align.BEFORE);
    }
    double x = area.x() - leftMargin(figure) + Pen.lineHeight(Fonts.TEXT) / 2;
    pen.textUp(figure.y().label(), x, area.y() + area.height() / 2, Fonts.TEXT, Pen.INK);
  }

  private static void columnAxis(Pen pen, ImageFigure figure, Box area) {
    Span span = Span.of(figure.x(), DoubleStream.of(0, figure.columns()));
    double line = Pen.lineHeight(Fonts.TEXT);
    double under = area.bottom() + 3 + GAP + line / 2;
    for (Ticks.Tick tick : FittingTicks.horizontal(span, area.width()).major()) {
      double x = area.x() + span.place(tick.at()) * area.width();
      pen.line(x, area.bottom(), x, area.bottom() + 3, Pen.INK, Pen.solid(0.5));
      pen.text(tick.label(), x, under, Fonts.TEXT, Pen.INK, Pen.Align.MIDDLE);
    }
    double middle = area.x() + area.width() / 2;
    pen.text(figure.x().label(), middle, under + line + GAP, Fonts.TEXT, Pen.INK, Pen.Align.MIDDLE);
  }

  private static Rectangle2D rectangle(Box box) {
    return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
  }

  private static double leftMargin(ImageFigure figure) {
    Span span = Span.of(figure.y(), DoubleStream.of(0, figure.rows()));
    return 3 + GAP + FittingTicks.widest(Ticks.of(span, 12)) + GAP + Pen.lineHeight(Fonts.TEXT);
  }

  private static double bottomMargin() {
    return 3 + 2 * (GAP + Pen.lineHeight(Fonts.TEXT));
  }
}
