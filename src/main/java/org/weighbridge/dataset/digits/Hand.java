package org.weighbridge.dataset.digits;

import java.util.ArrayList;
import java.util.List;

/**
 * One person's hand at one moment: how a style's points come out on the paper.
 *
 * <p>In the order applied: points miss their places (the ends of strokes more), proportions shift,
 * a smooth elastic field bends the whole (as Simard, Steinkraus and Platt, ICDAR 2003, distort
 * MNIST, but by a few random waves), and an affine map stretches, slants and turns it.
 */
final class Hand {
  private static final int STEPS_PER_PIECE = 5;
  private static final int WAVES = 4;

  private final SplitMix random;
  private final double sloppiness;
  private final double powerX;
  private final double powerY;
  private final double[] waves = new double[WAVES * 5];
  private final double xx;
  private final double xy;
  private final double yx;
  private final double yy;

  Hand(SplitMix random) {
    this.random = random;
    sloppiness = Math.min(1.8, StrictMath.exp(0.4 * random.normal()));
    powerX = StrictMath.exp(0.16 * random.normal());
    powerY = StrictMath.exp(0.16 * random.normal());
    for (int i = 0; i < waves.length; i += 5) {
      waves[i] = random.uniform(-7, 7);
      waves[i + 1] = random.uniform(-7, 7);
      waves[i + 2] = random.uniform(0, 2 * Math.PI);
      waves[i + 3] = 0.025 * sloppiness * random.normal();
      waves[i + 4] = 0.025 * sloppiness * random.normal();
    }
    double width = StrictMath.exp(0.2 * random.normal());
    double slant = 0.12 + 0.22 * random.normal();
    double turn = 0.11 * random.normal();
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    xx = cos * width;
    xy = -cos * slant - sin;
    yx = sin * width;
    yy = cos - sin * slant;
  }

  /** The strokes of a style as this hand draws them: y still down, any scale. */
  List<Polyline> write(Style style) {
    var lines = new ArrayList<Polyline>();
    for (Style.Stroke stroke : style.strokes()) {
      double[] points = miss(stroke.points());
      var line = new Polyline();
      int from = 0;
      for (int corner : stroke.corners()) {
        line.addCurve(points, from, corner, STEPS_PER_PIECE);
        from = corner;
      }
      line.addCurve(points, from, points.length / 2 - 1, STEPS_PER_PIECE);
      for (int i = 0; i < line.size(); i++) {
        bend(line, i);
      }
      lines.add(line);
    }
    return lines;
  }

  private double[] miss(double[] points) {
    double[] missed = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      boolean end = i < 2 || i >= points.length - 2;
      missed[i] = points[i] / 100 + (end ? 0.034 : 0.023) * sloppiness * random.normal();
    }
    return missed;
  }

  private void bend(Polyline line, int i) {
    double x = power(line.x(i), powerX) - 0.5;
    double y = power(line.y(i), powerY) - 0.5;
    double dx = 0;
    double dy = 0;
    for (int w = 0; w < waves.length; w += 5) {
      double wave = StrictMath.sin(waves[w] * x + waves[w + 1] * y + waves[w + 2]);
      dx += waves[w + 3] * wave;
      dy += waves[w + 4] * wave;
    }
    x += dx;
    y += dy;
    line.set(i, xx * x + xy * y, yx * x + yy * y);
  }

  /** {@code v^exponent}, continued straight outside of 0 to 1. */
  private static double power(double v, double exponent) {
    return v <= 0 || v >= 1 ? v : StrictMath.pow(v, exponent);
  }
}
