package org.weighbridge.figure.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.ImageFigure.Kinds;
import org.weighbridge.figure.ImageFigure.Range;
import org.weighbridge.figure.Span;
import org.weighbridge.figure.Ticks;
import org.weighbridge.figure.Viridis;

/** What the colours of an image say, right of it: a bar with marks, or a patch for each kind. */
final class ColorKey {
  private static final double BAR = 7;
  private static final double GAP = 4;
  private static final double APART = 8;
  private static final int STEPS = 128;

  /** The shortest bar: marks beside it do not touch, in points. */
  private static final double SHORTEST = 45;

  /** Enough height for all marks: the width of a key does not depend on its height. */
  private static final double TALL = 400;

  private ColorKey() {}

  /** The room that a key needs beside the image. */
  static double width(ImageFigure.Key key) {
    double text =
        switch (key) {
          case Range range ->
              FittingTicks.widest(ticks(range, TALL)) + GAP + Pen.lineHeight(Fonts.TEXT);
          case Kinds kinds -> widest(kinds.names());
        };
    return APART + BAR + GAP + text;
  }

  /** The least height of a key: that of what stands beside its bar or its patches. */
  static double height(ImageFigure.Key key) {
    return switch (key) {
      case Range range -> Math.max(SHORTEST, Pen.width(range.axis().label(), Fonts.TEXT));
      case Kinds kinds -> kinds.names().size() * row();
    };
  }

  static void draw(Pen pen, ImageFigure.Key key, Box image) {
    switch (key) {
      case Range range -> bar(pen, range, image);
      case Kinds kinds -> patches(pen, kinds, image);
    }
  }

  private static void patches(Pen pen, Kinds kinds, Box image) {
    double row = row();
    double x = image.right() + APART;
    for (int i = 0; i < kinds.names().size(); i++) {
      double middle = image.y() + (i + 0.5) * row;
      var patch = new Rectangle2D.Double(x, middle - BAR / 2, BAR, BAR);
      pen.fill(patch, new Color(Viridis.rgb(kinds.place(i))));
      pen.draw(patch, Pen.INK, Pen.solid(0.5));
      String name = kinds.names().get(i);
      pen.text(name, x + BAR + GAP, middle, Fonts.TEXT, Pen.INK, Pen.Align.AFTER);
    }
  }

  private static double row() {
    return Pen.lineHeight(Fonts.TEXT) + 1;
  }

  private static void bar(Pen pen, Range range, Box image) {
    double height = Math.max(image.height(), height(range));
    Box bar = new Box(image.right() + APART, image.y(), BAR, height);
    pen.clipped(
        bar,
        () -> {
          for (int i = 0; i < STEPS; i++) {
            double top = bar.bottom() - (i + 1) * height / STEPS;
            // reaches under the next one, so that no seam shows
            var strip = new Rectangle2D.Double(bar.x(), top, BAR, 2 * height / STEPS);
            pen.fill(strip, new Color(Viridis.rgb((i + 0.5) / STEPS)));
          }
        });
    pen.draw(new Rectangle2D.Double(bar.x(), bar.y(), BAR, height), Pen.INK, Pen.solid(0.5));
    Span span = span(range);
    for (Ticks.Tick tick : ticks(range, height).major()) {
      double y = bar.bottom() - span.place(tick.at()) * height;
      pen.line(bar.right(), y, bar.right() + 2, y, Pen.INK, Pen.solid(0.5));
      pen.text(tick.label(), bar.right() + GAP, y, Fonts.TEXT, Pen.INK, Pen.Align.AFTER);
    }
    double x = image.right() + width(range) - Pen.lineHeight(Fonts.TEXT) / 2;
    pen.textUp(range.axis().label(), x, bar.y() + height / 2, Fonts.TEXT, Pen.INK);
  }

  private static Span span(Range range) {
    return new Span(range.low(), range.high(), Axis.Scale.LINEAR);
  }

  private static Ticks ticks(Range range, double height) {
    return FittingTicks.vertical(span(range), height);
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(text -> Pen.width(text, Fonts.TEXT)).max().orElse(0);
  }
}
