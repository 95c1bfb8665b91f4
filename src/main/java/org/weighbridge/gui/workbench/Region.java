package org.weighbridge.gui.workbench;

import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * A rectangle of weights in a layer's matrix view (rows = first dimension). Both ends belong to it.
 *
 * @param firstRow counted from 0
 * @param lastRow at least {@code firstRow}
 * @param firstColumn counted from 0
 * @param lastColumn at least {@code firstColumn}
 */
public record Region(LayerId layer, int firstRow, int lastRow, int firstColumn, int lastColumn) {
  public Region {
    if (firstRow < 0 || firstRow > lastRow || firstColumn < 0 || firstColumn > lastColumn) {
      throw new IllegalArgumentException(
          "rows %d to %d, columns %d to %d".formatted(firstRow, lastRow, firstColumn, lastColumn));
    }
  }

  /** Between two corners in any order, cut to the matrix. */
  public static Region between(
      LayerId layer, Shape shape, int row, int column, int otherRow, int otherColumn) {
    int lastRow = shape.rows() - 1;
    int lastColumn = shape.columns() - 1;
    return new Region(
        layer,
        Math.clamp(Math.min(row, otherRow), 0, lastRow),
        Math.clamp(Math.max(row, otherRow), 0, lastRow),
        Math.clamp(Math.min(column, otherColumn), 0, lastColumn),
        Math.clamp(Math.max(column, otherColumn), 0, lastColumn));
  }

  public int rows() {
    return lastRow - firstRow + 1;
  }

  public int columns() {
    return lastColumn - firstColumn + 1;
  }

  /** The number of weights in it, pruned ones included. */
  public long weights() {
    return (long) rows() * columns();
  }

  /** The values there, row by row. */
  public float[] of(Tensor tensor) {
    int across = tensor.shape().columns();
    float[] values = new float[Math.multiplyExact(rows(), columns())];
    for (int row = 0; row < rows(); row++) {
      System.arraycopy(
          tensor.values(),
          (firstRow + row) * across + firstColumn,
          values,
          row * columns(),
          columns());
    }
    return values;
  }

  /** For people: {@code rows 0–99, columns 200–299}. */
  public String words() {
    return "rows %d–%d, columns %d–%d".formatted(firstRow, lastRow, firstColumn, lastColumn);
  }
}
