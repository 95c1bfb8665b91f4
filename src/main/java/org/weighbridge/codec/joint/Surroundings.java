package org.weighbridge.codec.joint;

import java.util.Arrays;

/**
 * The weights around the next one that are known already, and how many were kept around this column
 * in the rows before. Numbers are weights in quarters of their mean magnitude, 0 where nothing is
 * kept.
 */
final class Surroundings {
  static final int NEIGHBOURS = 10;
  static final int PRESENCE_FEATURES = NEIGHBOURS + 7;

  private final int period;

  /** Room before and after a row, so that neighbours need no test for the border. */
  private final int margin;

  /** Where the neighbours stand, relative to the weight. */
  private final int[] offsets;

  private final double[] row;

  /** How many weights of each column were kept so far. */
  private final int[] kept;

  private final double[] neighbours = new double[NEIGHBOURS];
  private final double[] presence = new double[PRESENCE_FEATURES];

  Surroundings(int columns, int period) {
    this.period = period;
    margin = 2 * period + 4;
    int up = -period;
    offsets =
        period == 0
            ? new int[] {-1, -2}
            : new int[] {
              -1, -2, up, up + 1, up - 1, up + 2, up - 2, 2 * up, 2 * up + 1, 2 * up - 1
            };
    row = new double[columns + 2 * margin];
    kept = new int[columns + 2 * margin];
  }

  void startRow() {
    Arrays.fill(row, 0);
  }

  /**
   * Looks around a column.
   *
   * @param rowsBefore live rows before this one
   * @param keptInRow kept so far in this row
   * @param seenInRow live columns so far in this row
   */
  void look(int column, int rowsBefore, int keptInRow, int seenInRow) {
    int at = column + margin;
    for (int i = 0; i < offsets.length; i++) {
      neighbours[i] = row[at + offsets[i]];
      presence[i] = Math.abs(neighbours[i]);
    }
    double rows = rowsBefore + 2;
    int next = NEIGHBOURS;
    presence[next] = 4 * kept[at] / rows;
    presence[next + 1] = 4 * kept[at - 1] / rows;
    presence[next + 2] = 4 * kept[at + 1] / rows;
    if (period > 0) {
      presence[next + 3] = 4 * kept[at - period] / rows;
      presence[next + 4] = 4 * kept[at + period] / rows;
    }
    presence[next + 5] = 4.0 * (keptInRow + 1) / (seenInRow + 6);
    presence[next + 6] = 1;
  }

  double[] neighbours() {
    return neighbours;
  }

  double[] presence() {
    return presence;
  }

  double left() {
    return neighbours[0];
  }

  double left2() {
    return neighbours[1];
  }

  double above() {
    return neighbours[2];
  }

  double aboveRight() {
    return neighbours[3];
  }

  double aboveLeft() {
    return neighbours[4];
  }

  /** The weights around, the nearest ones twice, added up. */
  double toward() {
    return 2 * left()
        + 2 * above()
        + aboveRight()
        + aboveLeft()
        + left2()
        + neighbours[5]
        + neighbours[6]
        + neighbours[7];
  }

  /** The mean of the four nearest weights that are kept, the two nearest twice; 0 for none. */
  double mean() {
    int count = 2 * one(left()) + 2 * one(above()) + one(aboveRight()) + one(aboveLeft());
    double sum = 2 * left() + 2 * above() + aboveRight() + aboveLeft();
    return count == 0 ? 0 : sum / count;
  }

  private static int one(double value) {
    return value == 0 ? 0 : 1;
  }

  /** Kept in this column so far. */
  int keptInColumn(int column) {
    return kept[column + margin];
  }

  /** Kept in this column, which counts twice, and the ones beside, above and below. */
  int keptAround(int column) {
    int at = column + margin;
    int sum = 2 * kept[at] + kept[at - 1] + kept[at + 1];
    return period == 0 ? sum : sum + kept[at - period] + kept[at + period];
  }

  /** How many weights per row {@link #keptAround} counts. */
  int around() {
    return period == 0 ? 4 : 6;
  }

  void put(int column, double value, boolean isKept) {
    row[column + margin] = value;
    if (isKept) {
      kept[column + margin]++;
    }
  }
}
