package org.weighbridge.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The distribution of some values: the first histogram filled, further ones as outlines over it.
 */
public record HistogramFigure(
    Caption caption, Axis x, Axis y, List<Histogram> histograms, List<ReferenceLine> lines)
    implements Figure {
  public HistogramFigure {
    histograms = List.copyOf(histograms);
    lines = List.copyOf(lines);
  }

  @Override
  public DataTable data() {
    var rows = new ArrayList<List<String>>();
    for (Histogram histogram : histograms) {
      for (int bin = 0; bin < histogram.counts().size(); bin++) {
        rows.add(
            List.of(
                histogram.name(),
                Double.toString(histogram.edge(bin)),
                Double.toString(histogram.edge(bin + 1)),
                Long.toString(histogram.counts().get(bin))));
      }
    }
    return new DataTable(List.of("series", "from", "to", "count"), rows);
  }
}
