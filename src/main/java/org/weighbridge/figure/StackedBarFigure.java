package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal bars made of segments, such as where the bytes of each layer go.
 *
 * @param axis what the segments measure; linear, from 0
 * @param segments what the bars are made of, in the order from left to right
 * @param bars from top to bottom
 */
public record StackedBarFigure(Caption caption, Axis axis, List<Segment> segments, List<Bar> bars)
    implements Figure {
  /** A kind of segment. */
  public record Segment(String name, Palette color, Hatch hatch) {}

  /** Lines over a colour, so that segments differ in grey too. */
  public enum Hatch {
    NONE,
    RISING,
    FALLING,
    CROSSED
  }

  /**
   * One bar.
   *
   * @param name what stands before it
   * @param amounts one per segment, none negative
   * @param label what stands behind it, such as the sum
   */
  public record Bar(String name, List<Double> amounts, String label) {
    public Bar {
      amounts = List.copyOf(amounts);
    }

    public double total() {
      return amounts.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  public StackedBarFigure {
    segments = List.copyOf(segments);
    bars = List.copyOf(bars);
    for (Bar bar : bars) {
      if (bar.amounts().size() != segments.size()) {
        throw new IllegalArgumentException(bar + " for segments " + segments);
      }
    }
  }

  @Override
  public DataTable data() {
    var columns = new ArrayList<String>(List.of("bar"));
    segments.forEach(segment -> columns.add(segment.name()));
    var rows = new ArrayList<List<String>>();
    for (Bar bar : bars) {
      var row = new ArrayList<String>(List.of(bar.name()));
      bar.amounts().forEach(amount -> row.add(Double.toString(amount)));
      rows.add(row);
    }
    return new DataTable(columns, rows);
  }
}
