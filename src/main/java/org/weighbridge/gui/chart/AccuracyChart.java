package org.weighbridge.gui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Accuracy in percent against the error bound on a logarithmic axis, one curve per layer.
 *
 * <p>The selected layer's curve is thick and shows its interval; a band shows what the
 * accuracy-loss budget allows; a marker shows the bound of the selected layer and can be dragged,
 * or moved with the arrow keys in steps of 1-2-5.
 */
public final class AccuracyChart extends PlotRegion {
  /** How far below the baseline the axis reaches at most; the knee is above, zooming shows more. */
  private static final double DEPTH = 10;

  private final BudgetBand budget = new BudgetBand();
  private final BoundMarker marker = new BoundMarker(this::boundAt);
  private final Legend legend = new Legend();
  private List<Curve> curves = List.of();
  private String selected = "";
  private double from = 1e-4;
  private double to = 2e-1;

  public AccuracyChart() {
    super("error bound ε", "top-1 accuracy (%)");
    x.setLogAxis(true);
    x.setMinorTickCount(9);
    x.setTickLabelFormatter(AxisLabels.decades());
    y.setTickLabelFormatter(AxisLabels.decimals());
    addMarks(budget.nodes());
    addMarks(marker.nodes());
    marker.boundProperty().addListener(change -> refresh());
    setBottom(legend);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    setPlaceholder("Assess the network to see its accuracy against the error bound");
    refresh();
  }

  /** Shows these curves instead of the earlier ones; may be called for every new point. */
  public void setCurves(List<CurveData> data) {
    curves.forEach(curve -> removeMarks(curve.nodes()));
    curves = data.stream().map(Curve::new).toList();
    removeMarks(marker.nodes());
    curves.forEach(curve -> addMarks(curve.nodes()));
    addMarks(marker.nodes());
    legend.setEntries(
        data.stream().map(curve -> new Legend.Entry(curve.layer(), curve.colour())).toList());
    boolean empty = data.stream().allMatch(curve -> curve.points() == 0);
    setPlaceholder(empty ? "Assess the network to see its accuracy against the error bound" : "");
    setSelected(selected);
  }

  /** Makes one layer's curve stand out; the others stay thin. */
  public void setSelected(String layer) {
    selected = layer;
    curves.forEach(curve -> curve.setSelected(curve.data.layer().equals(layer)));
    legend.setSelected(layer);
    describe();
    refresh();
  }

  /** Called with the layer's name when its legend entry is clicked. */
  public void setOnSelect(Consumer<String> action) {
    legend.setOnSelect(action);
  }

  /** Draws the band from the baseline down to what the budget allows. */
  public void setBudget(double baselinePercent, double budgetPoints) {
    budget.set(baselinePercent, budgetPoints);
    describe();
    refresh();
  }

  /** The range of the bound axis: that of the sliders. */
  public void setBoundRange(double from, double to) {
    this.from = from;
    this.to = to;
    refresh();
  }

  /** The marked error bound, NaN for none; bind it to the slider of the selected layer. */
  public DoubleProperty boundProperty() {
    return marker.boundProperty();
  }

  /** Whether the mouse drags the marker now: a whole drag is one choice. */
  public ReadOnlyBooleanProperty boundChangingProperty() {
    return marker.draggingProperty();
  }

  @Override
  void fitAxes() {
    double low = Double.MAX_VALUE;
    double high = budget.isSet() ? budget.baseline() : -Double.MAX_VALUE;
    double left = from;
    double right = to;
    for (Curve curve : curves) {
      for (int i = 0; i < curve.data.points(); i++) {
        low = Math.min(low, curve.data.low()[i]);
        high = Math.max(high, curve.data.high()[i]);
        left = Math.min(left, curve.data.bounds()[i]);
        right = Math.max(right, curve.data.bounds()[i]);
      }
    }
    x.set(left, right);
    if (high < 0) {
      y.set(0, 100);
      return;
    }
    double depth = Math.max(DEPTH, budget.isSet() ? 4 * budget.points() : 0);
    low = Math.max(Math.min(low, budget.isSet() ? budget.lowest() : high), high - depth);
    double pad = Math.max(0.05, 0.06 * (high - low));
    y.set(Math.max(0, low - pad), Math.min(100, high) + pad);
  }

  @Override
  void place() {
    budget.place(y, plotWidth());
    curves.forEach(curve -> curve.place(x, y));
    double bound = marker.boundProperty().get();
    marker.place(bound > 0 ? x.getDisplayPosition(bound) : Double.NaN, plotWidth(), plotHeight());
  }

  @Override
  Optional<Hover> hoverAt(double px, double py) {
    double nearest = 20;
    Hover found = null;
    for (Curve curve : curves) {
      CurveData data = curve.data;
      for (int i = 0; i < data.points(); i++) {
        double pointX = x.getDisplayPosition(data.bounds()[i]);
        double pointY = y.getDisplayPosition(data.accuracy()[i]);
        double distance = Math.hypot(px - pointX, py - pointY);
        if (distance < nearest) {
          nearest = distance;
          found = new Hover(pointX, pointY, text(data, i));
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private String text(CurveData data, int i) {
    String text =
        String.format(
            Locale.ROOT,
            "%s%nε = %s%naccuracy %.2f %% (%.2f to %.2f)",
            data.layer(),
            Numbers.bound(data.bounds()[i]),
            data.accuracy()[i],
            data.low()[i],
            data.high()[i]);
    return budget.isSet()
        ? text
            + String.format(
                Locale.ROOT, "%nloss %+.2f points", budget.baseline() - data.accuracy()[i])
        : text;
  }

  private double boundAt(double sceneX) {
    double value = x.getValueForDisplay(toPlot(sceneX, 0).getX());
    return Numbers.round(Math.clamp(value, x.getMin(), x.getMax()));
  }

  private void step(KeyEvent key) {
    double bound = marker.boundProperty().get();
    boolean left = key.getCode() == KeyCode.LEFT;
    if (bound > 0 && (left || key.getCode() == KeyCode.RIGHT)) {
      double next = left ? Numbers.stepDown(bound) : Numbers.stepUp(bound);
      marker.boundProperty().set(Math.clamp(next, from, to));
      key.consume();
    }
  }

  private void describe() {
    var parts = new ArrayList<String>();
    parts.add("Accuracy against error bound of " + curves.size() + " layers");
    for (Curve curve : curves) {
      CurveData data = curve.data;
      if (data.layer().equals(selected) && data.points() > 0) {
        int last = data.points() - 1;
        parts.add(
            String.format(
                Locale.ROOT,
                "%s: %.2f %% at %s, %.2f %% at %s",
                selected,
                data.accuracy()[0],
                Numbers.bound(data.bounds()[0]),
                data.accuracy()[last],
                Numbers.bound(data.bounds()[last])));
      }
    }
    setAccessibleText(String.join(". ", parts));
  }
}
