package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/** Lines and points over two axes, such as accuracy against error bound. */
public record XyFigure(
    Caption caption, Axis x, Axis y, List<Series> series, List<ReferenceLine> lines)
    implements Figure {
  public XyFigure {
    series = List.copyOf(series);
    lines = List.copyOf(lines);
  }

  @Override
  public DataTable data() {
    var rows = new ArrayList<List<String>>();
    for (Series one : series) {
      for (Series.Point p : one.points()) {
        rows.add(
            List.of(
                one.name(),
                Double.toString(p.x()),
                Double.toString(p.y()),
                Double.toString(p.low()),
                Double.toString(p.high())));
      }
    }
    return new DataTable(List.of("series", x.label(), y.label(), "low", "high"), rows);
  }
}
