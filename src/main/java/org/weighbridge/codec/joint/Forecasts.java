package org.weighbridge.codec.joint;

import org.weighbridge.codec.mixing.LeastSquares;

/**
 * What linear regressions expect of the next weight of a row: its value by the neighbours, its
 * value by the rows before as well, and how likely it is kept. They go on learning all the time.
 *
 * <p>Numbers are weights in quarters of their mean magnitude.
 */
final class Forecasts {
  private static final double NEIGHBOUR_VARIANCE = 0.02;
  private static final double ROW_VARIANCE = 0.005;
  private static final double TRUST_VARIANCE = 0.1;

  /** What a kept weight counts in the regression of presence. */
  private static final double PRESENT = 4;

  /** Forgetting of the average error. */
  private static final double DECAY = 0.96;

  private final LeastSquares byNeighbours =
      new LeastSquares(Surroundings.NEIGHBOURS, NEIGHBOUR_VARIANCE);
  private final LeastSquares presence =
      new LeastSquares(Surroundings.PRESENCE_FEATURES, NEIGHBOUR_VARIANCE);

  /** The live rows before, the last one first, of live columns only. */
  private final double[][] before;

  private int rows;
  private final LeastSquares byRows;
  private final double[] rowFeatures;
  private double[] current;
  private double errors = 8;
  private double errorCount = 2;

  private double neighbourly;
  private double expected;
  private double present;

  /**
   * Forecasts for rows of live columns.
   *
   * @param memory how many rows are remembered at most
   */
  Forecasts(int columns, int memory) {
    before = new double[memory][];
    byRows = new LeastSquares(memory + 1, ROW_VARIANCE);
    rowFeatures = new double[memory + 1];
    current = new double[columns];
  }

  /** Begins the next row with a new regression on the rows before. */
  void startRow() {
    byRows.restart(rows + 1, ROW_VARIANCE);
    byRows.prior(rows, 1, TRUST_VARIANCE);
  }

  void predict(Surroundings around, int column) {
    neighbourly = byNeighbours.predict(around.neighbours());
    present = presence.predict(around.presence());
    for (int i = 0; i < rows; i++) {
      rowFeatures[i] = before[i][column];
    }
    rowFeatures[rows] = neighbourly;
    expected = byRows.predict(rowFeatures);
  }

  /** The value that the neighbours suggest. */
  double neighbourly() {
    return neighbourly;
  }

  /** The value that everything suggests. */
  double expected() {
    return expected;
  }

  /** Four times the probability that the weight is kept, roughly. */
  double present() {
    return present;
  }

  /** The scale of a logistic distribution around the expected value. */
  double scale() {
    return 0.4 * errors / errorCount + 0.05;
  }

  void learn(Surroundings around, int column, double value, boolean kept) {
    byNeighbours.learn(around.neighbours(), neighbourly, value);
    presence.learn(around.presence(), present, kept ? PRESENT : 0);
    byRows.learn(rowFeatures, expected, value);
    if (kept) {
      errors = errors * DECAY + Math.abs(value - expected);
      errorCount = errorCount * DECAY + 1;
    }
    current[column] = value;
  }

  void endRow() {
    if (before.length == 0) {
      return;
    }
    double[] oldest = before[before.length - 1];
    System.arraycopy(before, 0, before, 1, before.length - 1);
    before[0] = current;
    current = oldest == null ? new double[current.length] : oldest;
    rows = Math.min(before.length, rows + 1);
  }
}
