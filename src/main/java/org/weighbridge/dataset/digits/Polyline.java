package org.weighbridge.dataset.digits;

import java.util.Arrays;

/** A growing list of points joined by straight lines. */
final class Polyline {
  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int size;

  void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size++] = y;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }

  void set(int i, double x, double y) {
    xs[i] = x;
    ys[i] = y;
  }

  /**
   * The curve of Catmull and Rom through points {@code from} to {@code to} of a stroke, the end
   * points mirrored.
   *
   * @param points x and y in turn
   */
  void addCurve(double[] points, int from, int to, int stepsPerPiece) {
    for (int i = from; i < to; i++) {
      double x1 = points[2 * i];
      double y1 = points[2 * i + 1];
      double x2 = points[2 * i + 2];
      double y2 = points[2 * i + 3];
      double x0 = i > from ? points[2 * i - 2] : 2 * x1 - x2;
      double y0 = i > from ? points[2 * i - 1] : 2 * y1 - y2;
      double x3 = i + 1 < to ? points[2 * i + 4] : 2 * x2 - x1;
      double y3 = i + 1 < to ? points[2 * i + 5] : 2 * y2 - y1;
      for (int s = i == from ? 0 : 1; s <= stepsPerPiece; s++) {
        double t = (double) s / stepsPerPiece;
        add(between(x0, x1, x2, x3, t), between(y0, y1, y2, y3, t));
      }
    }
  }

  private static double between(double p0, double p1, double p2, double p3, double t) {
    return 0.5
        * (2 * p1
            + t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0))));
  }
}
