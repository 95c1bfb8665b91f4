package org.weighbridge.codec.codebook;

/**
 * Sums of neighbouring points, made of sums of short pieces. Differences of running sums would be
 * quicker, and lose everything behind one huge value.
 */
final class RangeSums {
  private static final int PIECE = 256;

  private final Points points;
  private final double[] pieces;

  RangeSums(Points points) {
    this.points = points;
    pieces = new double[points.size() / PIECE];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = single(i * PIECE, (i + 1) * PIECE);
    }
  }

  /** The mean of the numbers of some points, at least one. */
  double mean(int from, int to) {
    return sum(from, to) / (points.before()[to] - points.before()[from]);
  }

  private double sum(int from, int to) {
    int first = Math.ceilDiv(from, PIECE);
    int last = to / PIECE;
    if (first >= last) {
      return single(from, to);
    }
    double sum = single(from, first * PIECE);
    for (int i = first; i < last; i++) {
      sum += pieces[i];
    }
    return sum + single(last * PIECE, to);
  }

  private double single(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += points.values()[i] * points.count(i);
    }
    return sum;
  }
}
