package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Parallel coordinates (Inselberg, The plane with parallel coordinates, The Visual Computer 1,
 * 1985): a vertical axis for each quantity, a line across them for each thing.
 *
 * @param axes from left to right, each with a range
 * @param lines in the order in which they are drawn
 */
public record ParallelFigure(Caption caption, List<Axis> axes, List<Line> lines) implements Figure {
  /**
   * One thing.
   *
   * @param name in the data
   * @param group in the legend, which has each once
   * @param values one per axis; NaN where it has none
   */
  public record Line(String name, String group, Style style, List<Double> values) {
    public Line {
      values = List.copyOf(values);
    }
  }

  public ParallelFigure {
    axes = List.copyOf(axes);
    lines = List.copyOf(lines);
    for (Axis axis : axes) {
      if (axis.from().isEmpty() || axis.to().isEmpty()) {
        throw new IllegalArgumentException("no range on the axis " + axis.title());
      }
    }
    for (Line line : lines) {
      if (line.values().size() != axes.size()) {
        throw new IllegalArgumentException(line + " for axes " + axes);
      }
    }
  }

  @Override
  public DataTable data() {
    var columns = new ArrayList<>(List.of("name", "group"));
    axes.forEach(axis -> columns.add(axis.label()));
    var rows = new ArrayList<List<String>>();
    for (Line line : lines) {
      var row = new ArrayList<>(List.of(line.name(), line.group()));
      line.values().forEach(value -> row.add(Double.isNaN(value) ? "" : Double.toString(value)));
      rows.add(row);
    }
    return new DataTable(columns, rows);
  }
}
