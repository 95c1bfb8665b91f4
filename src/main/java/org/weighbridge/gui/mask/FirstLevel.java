package org.weighbridge.gui.mask;

import org.weighbridge.job.WorkPool;

/** Makes the finest level of a pyramid from the weights, the rows shared out to the pool. */
final class FirstLevel {
  private static final int SHIFT = 2;
  private static final int STRIPE = 16;

  private final Values values;
  private final DensityPyramid.Level level;
  private final double[] squares;
  private final int[] finite;

  FirstLevel(Values values) {
    this.values = values;
    level = DensityPyramid.Level.of(SHIFT, values.shape().rows(), values.shape().columns());
    int stripes = (level.rows() + STRIPE - 1) / STRIPE;
    squares = new double[stripes];
    finite = new int[stripes];
  }

  void fill() {
    int cellsAtOnce = STRIPE << SHIFT;
    WorkPool.forEach(
        squares.length,
        stripe -> {
          int to = Math.min(values.shape().rows(), (stripe + 1) * cellsAtOnce);
          for (int row = stripe * cellsAtOnce; row < to; row++) {
            fillRow(row, stripe);
          }
        });
  }

  DensityPyramid.Level level() {
    return level;
  }

  /** Of the kept weights that are finite; 0 when there is none. */
  double rootMeanSquare() {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < squares.length; i++) {
      sum += squares[i];
      count += finite[i];
    }
    return count == 0 ? 0 : Math.sqrt(sum / count);
  }

  private void fillRow(int row, int stripe) {
    int columns = values.shape().columns();
    int cells = (row >> SHIFT) * level.columns();
    double sum = 0;
    int count = 0;
    for (int column = 0; column < columns; column++) {
      float weight = values.at(row * columns + column);
      if (weight != 0f) {
        level.add(cells + (column >> SHIFT), 1, weight);
        if (Float.isFinite(weight)) {
          sum += (double) weight * weight;
          count++;
        }
      }
    }
    squares[stripe] += sum;
    finite[stripe] += count;
  }
}
