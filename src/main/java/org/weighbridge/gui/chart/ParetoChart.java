package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.chart.DotSeries.Dot;

/**
 * Accuracy lost, in percentage points, against size: the compression ratio of the whole file, or
 * bits per weight, on a logarithmic axis. One colour, dash and marker for each coder: predicted
 * fronts are dashed with hollow markers, measurements solid, what others beat is faint. A solid
 * line joins the measurements that nothing beats; the budget is a limit; the current configuration
 * is ringed, the pinned run has a hollow diamond; what lies outside of the axes is an arrow at the
 * edge with its loss. Dragging with shift chooses a part of the plane.
 */
public final class ParetoChart extends DotChart {
  private static final String EMPTY =
      "Assess, search or move sliders: every configuration that is measured appears here, its loss"
          + " against its ratio";

  /** Far beyond the budget nothing is of interest but that it is beyond. */
  private static final double DEPTH = 3;

  /** The current configuration is shown as it is to so many times that depth. */
  private static final double STRETCH = 2;

  /** Predictions better than no loss, which retraining has yet to show, are shown to here. */
  private static final double GAIN = -1;

  /** A label keeps so many pixels from dots. */
  private static final double NEAR = 4;

  private final Path front = new Path();
  private final Line limit = new Line();
  private final Label limitLabel = new Label();
  private final Circle ring = new Circle(8);
  private final Polygon diamond = new Polygon(0, -10, 10, 0, 0, 10, -10, 0);
  private final EdgeMark currentEdge = new EdgeMark();
  private final EdgeMark pinnedEdge = new EdgeMark();
  private final EdgeMark gainEdge = new EdgeMark();
  private final Brush brush = new Brush(this);
  private List<Dot> frontDots = List.of();
  private double budget = Double.NaN;
  private double currentRatio = Double.NaN;
  private double currentLoss = Double.NaN;
  private double pinnedRatio = Double.NaN;
  private double pinnedLoss = Double.NaN;

  public ParetoChart() {
    super(
        new LogAxis("compression ratio of the file (×)"),
        new DefaultNumericAxis("loss (pp)", 0, 1, 0.1),
        EMPTY);
    front.getStyleClass().setAll("pareto-front");
    diamond.getStyleClass().add("pinned-diamond");
    limit.getStyleClass().add("budget-line");
    limitLabel.getStyleClass().add("budget-label");
    ring.getStyleClass().add("current-ring");
    for (var node : List.of(front, limit, limitLabel, ring, diamond)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    addMarks(List.of(front, limit, limitLabel, ring, diamond));
    List.of(currentEdge, pinnedEdge, gainEdge).forEach(edge -> addMarks(edge.nodes()));
    addMarks(brush.nodes());
    refresh();
  }

  /** Joins these dots to a solid line: measurements that no other one beats, by their size. */
  public void setFront(List<Dot> dots) {
    frontDots = List.copyOf(dots);
    refresh();
  }

  /** What the horizontal axis is, with its unit. */
  public void setAcross(String title) {
    x.setName(title);
    refresh();
  }

  /** Called with a part of the plane that was chosen by dragging with shift; null for all of it. */
  public void setOnBrush(Consumer<@Nullable Rectangle2D> action) {
    brush.setOnChosen(action);
  }

  /** Ends the choice of a part of the plane, from outside. */
  public void clearBrush() {
    brush.clear();
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

  /** Marks the pinned run; NaN for none. */
  public void setPinned(double ratio, double lossPoints) {
    pinnedRatio = ratio;
    pinnedLoss = lossPoints;
    refresh();
  }

  /** One entry for each coder: its series' names without their last word. */
  @Override
  List<Legend.Entry> legend() {
    var entries = new LinkedHashMap<Integer, Legend.Entry>();
    for (Legend.Entry entry : super.legend()) {
      String coder = entry.name().replaceFirst(" \\S*$", "");
      entries.merge(
          entry.colour(),
          new Legend.Entry(coder, entry.colour(), entry.dash()),
          (one, other) -> one.dash() >= 0 ? one : other);
    }
    return List.copyOf(entries.values());
  }

  @Override
  String legendMore() {
    return dots().isEmpty() ? "" : "hollow: predicted";
  }

  @Override
  void fitAxes() {
    var across = new Range();
    var up = new Range();
    up.add(0);
    up.add(budget);
    double deepest = Double.isNaN(budget) ? DEPTH : Math.max(DEPTH, 4 * budget);
    across.add(currentRatio);
    across.add(pinnedRatio);
    for (Dot dot : dots()) {
      across.add(dot.x());
      up.add(predicted(dot) ? Math.max(GAIN, dot.y()) : dot.y());
    }
    if (across.isEmpty()) {
      x.set(1, 100);
      y.set(0, 1);
      return;
    }
    x.set(across.low() / 1.15, across.high() * 1.15);
    double high = Math.min(up.high(), deepest);
    double low = up.low();
    for (double loss : new double[] {currentLoss, pinnedLoss}) {
      if (loss <= STRETCH * deepest) {
        high = Math.max(high, loss);
        low = Math.min(low, loss);
      }
    }
    double pad = Math.max(0.02, 0.08 * (high - low));
    y.set(low - pad, high + pad);
  }

  /** Only what is measured has a margin. */
  private static boolean predicted(Dot dot) {
    return Double.isNaN(dot.margin());
  }

  /** Shows a mark where it lies, or an arrow to it. */
  private void mark(Node mark, EdgeMark edge, double ratio, double loss, String name) {
    boolean known = ratio > 0 && !Double.isNaN(loss);
    double px = known ? x.getDisplayPosition(ratio) : 0;
    double py = known ? y.getDisplayPosition(loss) : 0;
    boolean inside = known && EdgeMark.inside(px, py, plotWidth(), plotHeight());
    mark.setVisible(inside);
    mark.setLayoutX(px);
    mark.setLayoutY(py);
    if (known && !inside) {
      edge.place(
          px, py, plotWidth(), plotHeight(), String.format(Locale.ROOT, "%s %.2f pp", name, loss));
    } else {
      edge.hide();
    }
  }

  /** How many dots the budget's label would lie on. */
  private long covered(double left, double top) {
    return dots().stream()
        .filter(
            dot ->
                Math.abs(x.getDisplayPosition(dot.x()) - left - limitLabel.getWidth() / 2)
                    < limitLabel.getWidth() / 2 + NEAR)
        .filter(
            dot ->
                Math.abs(y.getDisplayPosition(dot.y()) - top - limitLabel.getHeight() / 2)
                    < limitLabel.getHeight() / 2 + NEAR)
        .count();
  }

  /** Says that a predicted front goes on below. */
  private void placeGain() {
    var lowest = dots().stream().filter(ParetoChart::predicted).min(Comparator.comparing(Dot::y));
    if (lowest.isPresent() && y.getDisplayPosition(lowest.get().y()) > plotHeight()) {
      Dot dot = lowest.get();
      gainEdge.place(
          x.getDisplayPosition(dot.x()),
          y.getDisplayPosition(dot.y()),
          plotWidth(),
          plotHeight(),
          String.format(Locale.ROOT, "predicted %.2f pp", dot.y()));
    } else {
      gainEdge.hide();
    }
  }

  @Override
  void place() {
    super.place();
    front.getElements().clear();
    for (Dot dot : frontDots) {
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
      double above = py - limitLabel.getHeight() - 1;
      double top = above < 0 ? py + 1 : above;
      double right = plotWidth() - limitLabel.getWidth() - 6;
      limitLabel.relocate(covered(6, top) > covered(right, top) ? right : 6, top);
    }
    mark(ring, currentEdge, currentRatio, currentLoss, "current");
    mark(diamond, pinnedEdge, pinnedRatio, pinnedLoss, "pinned");
    placeGain();
    brush.place();
  }
}
