package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * Accuracy lost, in percentage points, against the compression ratio on a logarithmic axis: one
 * line per codec, the budget as a limit, the current configuration ringed.
 */
public final class LossRatioChart extends PlotRegion {
  private static final String EMPTY = "Runs appear here: accuracy lost against compression ratio";

  private final Line limit = new Line();
  private final Label limitLabel = new Label();
  private final Circle ring = new Circle(8);
  private final Circle dot = new Circle(3);
  private final Legend legend = new Legend();
  private final List<Curve> curves = new ArrayList<>();
  private List<RatioSeries> series = List.of();
  private ObjIntConsumer<String> onPick = (codec, point) -> {};
  private double budget = Double.NaN;
  private double currentRatio = Double.NaN;
  private double currentLoss = Double.NaN;

  public LossRatioChart() {
    super(new LogAxis("compression ratio (×)"), new DefaultNumericAxis("loss (pp)", 0, 1, 0.1));
    x.setTickLabelFormatter(AxisLabels.decimals());
    y.setTickLabelFormatter(AxisLabels.decimals());
    limit.getStyleClass().add("budget-line");
    limitLabel.getStyleClass().add("budget-label");
    ring.getStyleClass().add("current-ring");
    dot.getStyleClass().add("current-dot");
    for (var node : List.of(limit, limitLabel, ring, dot)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    addMarks(List.of(limit, limitLabel, ring, dot));
    setBottom(legend);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setPlaceholder(EMPTY);
    refresh();
  }

  /** Shows these codecs instead of the earlier ones. */
  public void setSeries(List<RatioSeries> data) {
    series = List.copyOf(data);
    curves.forEach(curve -> removeMarks(curve.nodes()));
    curves.clear();
    removeMarks(List.of(ring, dot));
    for (RatioSeries each : series) {
      var none = new double[0];
      var curve = new Curve(each.colour(), each.colour(), each.ratio(), each.loss(), none, none);
      curves.add(curve);
      addMarks(curve.nodes());
    }
    addMarks(List.of(ring, dot));
    legend.setEntries(
        series.stream()
            .map(each -> new Legend.Entry(each.codec(), each.colour(), each.colour()))
            .toList());
    setPlaceholder(series.stream().allMatch(each -> each.ratio().length == 0) ? EMPTY : "");
    setAccessibleText("Accuracy lost against compression ratio of " + series.size() + " codecs");
    refresh();
  }

  /** The accuracy that may be lost, in percentage points; NaN for no limit. */
  public void setBudget(double points) {
    budget = points;
    limitLabel.setText(String.format(Locale.ROOT, "budget %.2f pp", points));
    refresh();
  }

  /** Rings the current configuration; NaN for none. */
  public void setCurrent(double ratio, double lossPoints) {
    currentRatio = ratio;
    currentLoss = lossPoints;
    refresh();
  }

  /** Called with the codec and the number of the point, from 0, that was clicked. */
  public void setOnPick(ObjIntConsumer<String> action) {
    onPick = action;
  }

  /** The points as comma-separated values. */
  public String csv() {
    var text = new StringBuilder("codec,ratio,lossPoints\n");
    for (RatioSeries each : series) {
      for (int i = 0; i < each.ratio().length; i++) {
        text.append(each.codec()).append(',').append(each.ratio()[i]).append(',');
        text.append(each.loss()[i]).append('\n');
      }
    }
    return text.toString();
  }

  @Override
  void fitAxes() {
    var across = new Range();
    var up = new Range();
    up.add(0);
    up.add(budget);
    across.add(currentRatio);
    up.add(currentLoss);
    for (RatioSeries each : series) {
      for (int i = 0; i < each.ratio().length; i++) {
        across.add(each.ratio()[i]);
        up.add(each.loss()[i]);
      }
    }
    if (across.isEmpty()) {
      x.set(1, 100);
      y.set(0, 1);
      return;
    }
    x.set(across.low() / 1.15, across.high() * 1.15);
    double pad = Math.max(0.02, 0.08 * (up.high() - up.low()));
    y.set(up.low() - pad, up.high() + pad);
  }

  @Override
  void place() {
    curves.forEach(curve -> curve.place(x, y));
    double py = y.getDisplayPosition(budget);
    limit.setVisible(budget >= 0);
    limitLabel.setVisible(budget >= 0);
    if (budget >= 0) {
      limit.setEndX(plotWidth());
      limit.setStartY(py);
      limit.setEndY(py);
      limitLabel.applyCss();
      limitLabel.autosize();
      limitLabel.relocate(6, py - limitLabel.getHeight() - 1);
    }
    for (Circle circle : List.of(ring, dot)) {
      circle.setVisible(currentRatio > 0 && !Double.isNaN(currentLoss));
      if (circle.isVisible()) {
        circle.setCenterX(x.getDisplayPosition(currentRatio));
        circle.setCenterY(y.getDisplayPosition(currentLoss));
      }
    }
  }

  @Override
  Optional<Hover> hoverAt(double px, double py) {
    var nearest = new Nearest(px, py);
    for (RatioSeries each : series) {
      for (int i = 0; i < each.ratio().length; i++) {
        int point = i;
        nearest.offer(
            x.getDisplayPosition(each.ratio()[i]),
            y.getDisplayPosition(each.loss()[i]),
            () ->
                String.format(
                    Locale.ROOT,
                    "%s%nratio %.2f×%nloss %+.2f pp",
                    each.codec(),
                    each.ratio()[point],
                    each.loss()[point]),
            () -> onPick.accept(each.codec(), point));
      }
    }
    return nearest.found();
  }
}
