package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.weighbridge.gui.chart.DotSeries.Dot;

/**
 * Accuracy lost, in percentage points, against the compression ratio of the whole file on a
 * logarithmic axis: what was measured as dots, what an optimizer predicts as a line, the budget as
 * a limit, the current configuration ringed. The series of colour {@value #FRONT} is the line's.
 */
public final class ParetoChart extends DotChart {
  private static final String EMPTY =
      "Assess, search or move sliders: every configuration that is measured appears here, its loss"
          + " against its ratio";
  private static final int FRONT = 0;

  /** Far beyond the budget nothing is of interest but that it is beyond. */
  private static final double DEPTH = 3;

  private final Path front = new Path();
  private final Line limit = new Line();
  private final Label limitLabel = new Label();
  private final Circle ring = new Circle(8);
  private DotSeries frontSeries = new DotSeries("", FRONT, 0, List.of());
  private double budget = Double.NaN;
  private double currentRatio = Double.NaN;
  private double currentLoss = Double.NaN;

  public ParetoChart() {
    super(
        new LogAxis("compression ratio of the file (×)"),
        new DefaultNumericAxis("loss (pp)", 0, 1, 0.1),
        EMPTY);
    front.getStyleClass().setAll("curve");
    Series.colour(FRONT, front);
    limit.getStyleClass().add("budget-line");
    limitLabel.getStyleClass().add("budget-label");
    ring.getStyleClass().add("current-ring");
    for (var node : List.of(front, limit, limitLabel, ring)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    addMarks(List.of(front, limit, limitLabel, ring));
    refresh();
  }

  /** Joins the dots of one of the series, by rising ratio, to a line. */
  public void setFront(DotSeries series) {
    frontSeries = series;
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

  @Override
  List<Legend.Entry> legend() {
    var entries = new ArrayList<>(super.legend());
    entries.replaceAll(
        entry -> entry.colour() == FRONT ? new Legend.Entry(entry.name(), FRONT, FRONT) : entry);
    return entries;
  }

  @Override
  void fitAxes() {
    var across = new Range();
    var up = new Range();
    up.add(0);
    up.add(budget);
    across.add(currentRatio);
    up.add(currentLoss);
    for (Dot dot : dots()) {
      across.add(dot.x());
      up.add(dot.y());
    }
    if (across.isEmpty()) {
      x.set(1, 100);
      y.set(0, 1);
      return;
    }
    x.set(across.low() / 1.15, across.high() * 1.15);
    double deepest = Double.isNaN(budget) ? up.high() : Math.max(DEPTH, 4 * budget);
    double high = Math.min(up.high(), deepest);
    double pad = Math.max(0.02, 0.08 * (high - up.low()));
    y.set(up.low() - pad, high + pad);
  }

  @Override
  void place() {
    super.place();
    front.getElements().clear();
    for (Dot dot : frontSeries.dots()) {
      double px = x.getDisplayPosition(dot.x());
      double height = y.getDisplayPosition(dot.y());
      front
          .getElements()
          .add(front.getElements().isEmpty() ? new MoveTo(px, height) : new LineTo(px, height));
    }
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
    ring.setVisible(currentRatio > 0 && !Double.isNaN(currentLoss));
    if (ring.isVisible()) {
      ring.setCenterX(x.getDisplayPosition(currentRatio));
      ring.setCenterY(y.getDisplayPosition(currentLoss));
    }
  }
}
