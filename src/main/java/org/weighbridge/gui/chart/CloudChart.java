package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * What many values became: decoded against original, as clouds of points about the diagonal, which
 * is no error; dashed lines are the bound to either side. Codebooks show as stairs.
 */
public final class CloudChart extends PlotRegion {
  private final Legend legend = new Legend();
  private final Line diagonal = new Line();
  private final Line above = new Line();
  private final Line below = new Line();
  private final List<Path> paths = new ArrayList<>();
  private List<Cloud> clouds = List.of();
  private double bound;

  /**
   * Points of one kind.
   *
   * @param name for the legend
   * @param across of each point
   * @param up of each point; as many
   */
  @SuppressWarnings("ArrayRecordComponent") // never written to after it was handed over
  public record Cloud(String name, float[] across, float[] up) {}

  public CloudChart() {
    super(
        new DefaultNumericAxis("original weight", -1, 1, 0.1),
        new DefaultNumericAxis("decoded weight", -1, 1, 0.1));
    x.setTickLabelFormatter(AxisLabels.decimals());
    y.setTickLabelFormatter(AxisLabels.decimals());
    for (Line line : List.of(diagonal, above, below)) {
      line.setManaged(false);
      line.setMouseTransparent(true);
      line.getStyleClass().add(line.equals(diagonal) ? "diagonal" : "marker-line");
    }
    addMarks(List.of(diagonal, above, below));
    setBottom(legend);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    refresh();
  }

  /** Shows at most two clouds instead of the earlier ones, the first one in front. */
  public void setClouds(List<Cloud> shown, double errorBound) {
    clouds = List.copyOf(shown);
    bound = errorBound;
    removeMarks(paths);
    paths.clear();
    var entries = new ArrayList<Legend.Entry>();
    for (int i = 0; i < clouds.size(); i++) {
      var path = new Path();
      path.getStyleClass().setAll("cloud");
      path.setManaged(false);
      path.setMouseTransparent(true);
      Series.colour(i, path);
      paths.addFirst(path);
      entries.add(Legend.Entry.ofDots(clouds.get(i).name(), i));
    }
    addMarks(new ArrayList<Node>(paths));
    legend.setEntries(entries);
    var words = new ArrayList<String>();
    clouds.forEach(
        cloud ->
            words.add(String.format(Locale.ROOT, "%,d of %s", cloud.up().length, cloud.name())));
    setAccessibleText("Decoded against original weights: " + String.join(", ", words));
    refresh();
  }

  @Override
  void fitAxes() {
    var range = new Range();
    for (Cloud cloud : clouds) {
      for (int i = 0; i < cloud.up().length; i++) {
        range.add(cloud.across()[i]);
        range.add(cloud.up()[i]);
      }
    }
    double pad = range.isEmpty() ? 0 : Math.max(1e-6, 0.04 * (range.high() - range.low()));
    double low = range.isEmpty() ? -1 : range.low() - pad;
    double high = range.isEmpty() ? 1 : range.high() + pad;
    x.set(low, high);
    y.set(low, high);
  }

  @Override
  void place() {
    line(diagonal, 0);
    line(above, bound);
    line(below, -bound);
    for (int i = 0; i < clouds.size(); i++) {
      place(paths.get(clouds.size() - 1 - i), clouds.get(i));
    }
  }

  /** Points of one pixel are drawn once. */
  private void place(Path path, Cloud cloud) {
    path.getElements().clear();
    var drawn = new HashSet<Long>();
    for (int i = 0; i < cloud.up().length; i++) {
      long px = Math.round(x.getDisplayPosition(cloud.across()[i]));
      long py = Math.round(y.getDisplayPosition(cloud.up()[i]));
      if (drawn.add((px << 32) | (py & 0xFFFFFFFFL))) {
        path.getElements().addAll(new MoveTo(px, py), new LineTo(px + 0.01, py));
      }
    }
  }

  private void line(Line line, double offset) {
    double from = Math.max(x.getMin(), y.getMin() - offset);
    double to = Math.min(x.getMax(), y.getMax() - offset);
    line.setVisible(to > from);
    line.setStartX(x.getDisplayPosition(from));
    line.setStartY(y.getDisplayPosition(from + offset));
    line.setEndX(x.getDisplayPosition(to));
    line.setEndY(y.getDisplayPosition(to + offset));
  }

  @Override
  Optional<Hover> hoverAt(double px, double py) {
    var nearest = new Nearest(px, py);
    for (Cloud cloud : clouds) {
      for (int i = 0; i < cloud.up().length; i++) {
        float from = cloud.across()[i];
        float to = cloud.up()[i];
        nearest.offer(
            x.getDisplayPosition(from),
            y.getDisplayPosition(to),
            () ->
                String.format(
                    Locale.ROOT,
                    "%s%noriginal %s%ndecoded %s%nerror %.4g",
                    cloud.name(),
                    from,
                    to,
                    (double) to - from),
            () -> {});
      }
    }
    return nearest.found();
  }
}
