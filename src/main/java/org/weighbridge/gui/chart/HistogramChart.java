package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * How many values fall into each bin, with marked values such as ±bound; a second histogram on the
 * same bins may be drawn over it as an outline.
 */
public final class HistogramChart extends PlotRegion {
  private final Path bars = new Path();
  private final Path outline = new Path();
  private final Legend legend = new Legend();
  private final List<ValueMarker> markers = new ArrayList<>();
  private double[] edges = {0, 1};
  private double[] counts = {0};
  private double[] others = {};
  private boolean log;

  public HistogramChart() {
    super(new DefaultNumericAxis("value", 0, 1, 0.1), new DefaultNumericAxis("count", 0, 1, 0.1));
    x.setTickLabelFormatter(AxisLabels.decimals());
    y.setTickLabelFormatter(AxisLabels.counts());
    bars.getStyleClass().setAll("bars");
    bars.setManaged(false);
    bars.setMouseTransparent(true);
    Series.colour(0, bars);
    outline.getStyleClass().setAll("bars-overlay");
    outline.setManaged(false);
    outline.setMouseTransparent(true);
    Series.colour(1, outline);
    addMarks(List.of(bars, outline));
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    refresh();
  }

  /**
   * Shows a histogram instead of the earlier one.
   *
   * @param edges of the bins, rising; one more than counts
   * @param counts of the bins
   * @param xTitle what is counted, with its unit
   * @param logCount whether the count axis is logarithmic; empty bins are then left out
   */
  public void setBins(double[] edges, double[] counts, String xTitle, boolean logCount) {
    if (edges.length != counts.length + 1) {
      throw new IllegalArgumentException(edges.length + " edges for " + counts.length + " bins");
    }
    this.edges = edges.clone();
    this.counts = counts.clone();
    others = new double[0];
    setBottom(null);
    log = logCount;
    x.setName(xTitle);
    y.setName(logCount ? "count (log)" : "count");
    y.setLogAxis(logCount);
    y.setMinorTickCount(logCount ? 9 : 5);
    describe(xTitle);
    refresh();
  }

  /**
   * Draws another histogram over the one that was set, as an outline.
   *
   * @param others as many as there are bins, or none for no outline
   * @param name of the bars, for the legend
   * @param otherName of the outline
   */
  public void setOutline(double[] others, String name, String otherName) {
    if (others.length != 0 && others.length != counts.length) {
      throw new IllegalArgumentException(others.length + " counts for " + counts.length + " bins");
    }
    this.others = others.clone();
    var entries = new ArrayList<>(List.of(Legend.Entry.ofBars(name, 0)));
    if (others.length > 0) {
      entries.add(Legend.Entry.ofOutline(otherName, 1));
    }
    legend.setEntries(entries);
    setBottom(legend);
    refresh();
  }

  /** Marks values with vertical lines; they are inside the range shown. */
  public void setMarkers(double... values) {
    markers.forEach(marker -> removeMarks(marker.nodes()));
    markers.clear();
    for (double value : values) {
      mark(value, AxisLabels.decimal(value));
    }
    refresh();
  }

  /** Marks -bound and +bound as such. */
  public void setBound(double bound) {
    setMarkers();
    mark(-bound, "−ε");
    mark(bound, "+ε");
    refresh();
  }

  private void mark(double value, String label) {
    var marker = new ValueMarker(value, label);
    markers.add(marker);
    addMarks(marker.nodes());
  }

  @Override
  void fitAxes() {
    double left = edges[0];
    double right = edges[edges.length - 1];
    for (ValueMarker marker : markers) {
      left = Math.min(left, marker.value());
      right = Math.max(right, marker.value());
    }
    double pad = left < right ? 0.04 * (right - left) : 0.5;
    x.set(left - pad, right + pad);
    double most = 1;
    for (double count : counts) {
      most = Math.max(most, count);
    }
    for (double count : others) {
      most = Math.max(most, count);
    }
    y.set(log ? 0.7 : 0, log ? 2 * most : 1.12 * most);
  }

  @Override
  void place() {
    bars.getElements().clear();
    double floor = y.getDisplayPosition(y.getMin());
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double left = x.getDisplayPosition(edges[i]);
        double right = x.getDisplayPosition(edges[i + 1]);
        double gap = right - left > 6 ? 1 : 0; // narrow bins join into one shape
        double top = y.getDisplayPosition(counts[i]);
        bars.getElements()
            .addAll(
                new MoveTo(left, floor),
                new LineTo(left, top),
                new LineTo(right - gap, top),
                new LineTo(right - gap, floor),
                new ClosePath());
      }
    }
    outline.getElements().clear();
    for (int i = 0; i < others.length; i++) {
      double top = y.getDisplayPosition(Math.max(others[i], y.getMin()));
      double left = x.getDisplayPosition(edges[i]);
      outline
          .getElements()
          .addAll(
              i == 0 ? new MoveTo(left, top) : new LineTo(left, top),
              new LineTo(x.getDisplayPosition(edges[i + 1]), top));
    }
    for (ValueMarker marker : markers) {
      marker.place(x.getDisplayPosition(marker.value()), plotWidth(), plotHeight());
    }
  }

  @Override
  Optional<Hover> hoverAt(double px, double py) {
    double value = x.getValueForDisplay(px);
    for (int i = 0; i < counts.length; i++) {
      if (value >= edges[i] && value < edges[i + 1]) {
        double middle = x.getDisplayPosition((edges[i] + edges[i + 1]) / 2);
        double top = y.getDisplayPosition(Math.max(counts[i], y.getMin()));
        String text =
            String.format(
                Locale.ROOT, "%,.0f values%nfrom %.4g%nto %.4g", counts[i], edges[i], edges[i + 1]);
        if (others.length > 0) {
          text += String.format(Locale.ROOT, "%noutline: %,.0f values", others[i]);
        }
        return Optional.of(new Hover(middle, top, text, () -> {}));
      }
    }
    return Optional.empty();
  }

  private void describe(String title) {
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    setAccessibleText(
        String.format(
            Locale.ROOT,
            "Histogram of %s: %,.0f values from %.4g to %.4g in %d bins",
            title,
            total,
            edges[0],
            edges[edges.length - 1],
            counts.length));
  }
}
