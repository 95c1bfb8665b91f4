package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A matrix as an image, its values as viridis colours.
 *
 * @param x what the columns count; its range is that of the image's left and right edge
 * @param y what the rows count; its range is that of the image's top and bottom edge
 * @param key what the colours say
 * @param rows of {@code cells}
 * @param columns of {@code cells}
 * @param cells row-major, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared, read only
public record ImageFigure(
    Caption caption, Axis x, Axis y, Key key, int rows, int columns, float[] cells)
    implements Figure {
  /** What the colours of an image say. */
  public sealed interface Key {
    /** Where the value of a cell lies among the colours, 0 to 1. */
    double place(float value);
  }

  /**
   * Colours for a range of values.
   *
   * @param axis what the values are
   * @param low the value of the first colour
   * @param high the value of the last colour, above {@code low}
   */
  public record Range(Axis axis, double low, double high) implements Key {
    @Override
    public double place(float value) {
      return (value - low) / (high - low);
    }
  }

  /** A colour for each of a few kinds of cells; the value of a cell is the position of its kind. */
  public record Kinds(List<String> names) implements Key {
    public Kinds {
      names = List.copyOf(names);
    }

    @Override
    public double place(float value) {
      return names.size() < 2 ? 0 : value / (names.size() - 1);
    }
  }

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
