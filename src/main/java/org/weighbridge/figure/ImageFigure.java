package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A matrix as an image, its values as viridis colours between {@code low} and {@code high}.
 *
 * @param x what the columns count; its range is that of the image's left and right edge
 * @param y what the rows count; its range is that of the image's top and bottom edge
 * @param value what the colours say
 * @param rows of {@code cells}
 * @param columns of {@code cells}
 * @param cells row-major, not to be written to
 * @param low the value of the first colour
 * @param high the value of the last colour
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared, read only
public record ImageFigure(
    String title,
    Axis x,
    Axis y,
    Axis value,
    int rows,
    int columns,
    float[] cells,
    double low,
    double high)
    implements Figure {
  public ImageFigure {
    if (cells.length != (long) rows * columns) {
      throw new IllegalArgumentException(cells.length + " cells, not " + rows + " × " + columns);
    }
  }

  public float cell(int row, int column) {
    return cells[row * columns + column];
  }

  /** One line per row of the image, one cell per column. */
  @Override
  public DataTable data() {
    var header = new ArrayList<String>();
    for (int column = 0; column < columns; column++) {
      header.add(Integer.toString(column));
    }
    var lines = new ArrayList<List<String>>();
    for (int row = 0; row < rows; row++) {
      var line = new ArrayList<String>();
      for (int column = 0; column < columns; column++) {
        line.add(Float.toString(cell(row, column)));
      }
      lines.add(line);
    }
    return new DataTable(header, lines);
  }
}
