package org.weighbridge.codec.lowrank;

import java.util.Arrays;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * A matrix of floats, row by row. Products add up in one order whatever the number of threads, so
 * that decoders on any machine give the same bits.
 *
 * @param values rows x columns
 */
@SuppressWarnings("ArrayRecordComponent") // filled by whoever makes it, then only read
record Matrix(int rows, int columns, float[] values) {
  /** Products of numbers between looks at the progress: some milliseconds. */
  private static final int BETWEEN_CHECKS = 1 << 23;

  static Matrix zero(int rows, int columns) {
    return new Matrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
  }

  Matrix transposed() {
    var transposed = zero(columns, rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed.values[column * rows + row] = values[row * columns + column];
      }
    }
    return transposed;
  }

  /** A copy of the first rows. */
  Matrix top(int count) {
    return new Matrix(count, columns, Arrays.copyOf(values, count * columns));
  }

  /** Multiplies a row of a matrix in the making. */
  void scaleRow(int row, double factor) {
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      values[i] = (float) (values[i] * factor);
    }
  }

  /** Some of the rows, in that order. */
  Matrix rows(int[] which) {
    var some = zero(which.length, columns);
    for (int i = 0; i < which.length; i++) {
      System.arraycopy(values, which[i] * columns, some.values, i * columns, columns);
    }
    return some;
  }

  /** These rows, then those of another matrix. */
  Matrix above(Matrix other) {
    float[] both = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, both, values.length, other.values.length);
    return new Matrix(rows + other.rows, columns, both);
  }

  /** This matrix times another one. */
  Matrix times(Matrix other, Progress progress) {
    var product = zero(rows, other.columns);
    int together = Math.max(1, BETWEEN_CHECKS / Math.max(1, columns * other.columns));
    WorkPool.forEach(
        Math.ceilDiv(rows, together),
        piece -> {
          int to = Math.min(rows, (piece + 1) * together);
          for (int row = piece * together; row < to; row++) {
            progress.check();
            addRow(row, other, product);
          }
        });
    return product;
  }

  /** Sums run along rows of the other matrix, which vector instructions do side by side. */
  private void addRow(int row, Matrix other, Matrix product) {
    int width = other.columns;
    int into = row * width;
    for (int k = 0; k < columns; k++) {
      float factor = values[row * columns + k];
      if (factor == 0f) {
        continue;
      }
      int from = k * width;
      for (int j = 0; j < width; j++) {
        product.values[into + j] += factor * other.values[from + j];
      }
    }
  }

  /** The sum of the squares of all values. */
  double energy() {
    double energy = 0;
    for (int row = 0; row < rows; row++) {
      energy += energy(row);
    }
    return energy;
  }

  /** The sum of the squares of a row. */
  double energy(int row) {
    double energy = 0;
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      energy += (double) values[i] * values[i];
    }
    return energy;
  }
}
