package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
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
import org.weighbridge.figure.Numbers;

/**
 * Accuracy in percent against the error bound on a logarithmic axis, or against the steps of a
 * coder that has a few; one curve per layer.
 *
 * <p>The selected layer's curve is thick and shows its interval; when there are more layers than
 * colours the others are grey. A band shows what the accuracy-loss budget allows; a marker shows
 * what the selected layer is set to and can be dragged, or moved with the arrow keys: in steps of
 * 1-2-5, or those of the coder.
 */
public final class AccuracyChart extends PlotRegion {
  private static final String EMPTY = "Assess the network to see what this coder costs each layer";

  /**
   * How far below the baseline the axis reaches in points, and in budgets: the knee is there. The
   * rest of the fall is clipped unless it is asked for.
   */
  private static final double DEPTH = 1;

  private static final double BUDGETS = 4;

  /** Room beside the outermost points, as a factor. */
  private static final double MARGIN = 1.12;

  private static final double STEP_MARGIN = 1.5;

  private final LogAxis across;
  private final BudgetBand budget = new BudgetBand();
  private final BoundMarker marker = new BoundMarker(this::boundAt);
  private final Legend legend = new Legend();
  private final List<Curve> curves = new ArrayList<>();
  private List<CurveData> layers = List.of();
  private String selected = "";
  private Consumer<String> onSelect = layer -> {};
  private double from = 1e-4;
  private double to = 2e-1;
  private Scale scale = Scale.BOUNDS;
  private boolean whole;

  public AccuracyChart() {
    this(new LogAxis(Scale.BOUNDS.title()));
  }

  private AccuracyChart(LogAxis across) {
    super(across, new DefaultNumericAxis("accuracy (%)", 0, 100, 10));
    this.across = across;
    across.setScale(scale);
    y.setTickLabelFormatter(AxisLabels.decimals());
    addMarks(budget.nodes());
    addMarks(marker.nodes());
    marker.boundProperty().addListener(change -> refresh());
    legend.setOnSelect(layer -> onSelect.accept(layer));
    setBottom(legend);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    setCurves(List.of());
  }

  /** Shows these curves instead of the earlier ones; may be called for every new point. */
  public void setCurves(List<CurveData> data) {
    layers = List.copyOf(data);
    curves.forEach(curve -> removeMarks(curve.nodes()));
    curves.clear();
    removeMarks(marker.nodes());
    for (CurveData layer : layers) {
      var curve =
          new Curve(
              layer.colour(),
              layer.colour() / Series.COUNT,
              layer.bounds(),
              layer.accuracy(),
              layer.low(),
              layer.high());
      curves.add(curve);
      addMarks(curve.nodes());
    }
    addMarks(marker.nodes());
    setPlaceholder(layers.stream().allMatch(layer -> layer.points() == 0) ? EMPTY : "");
    setSelected(selected);
  }

  /** Makes one layer's curve stand out. */
  public void setSelected(String layer) {
    selected = layer;
    boolean crowded = layers.size() > Series.COUNT;
    var entries = new ArrayList<Legend.Entry>();
    for (int i = 0; i < layers.size(); i++) {
      CurveData data = layers.get(i);
      boolean strong = data.layer().equals(layer);
      curves.get(i).setStrong(strong);
      curves.get(i).setFaint(crowded && !strong);
      if (strong || !crowded) {
        entries.add(new Legend.Entry(data.layer(), data.colour(), data.colour() / Series.COUNT));
      }
    }
    legend.setEntries(entries);
    legend.setMore(crowded ? layers.size() - entries.size() + " more layers" : "");
    legend.setSelected(layer);
    describe();
    refresh();
  }

  /** Called with the layer's name when its legend entry or one of its points is clicked. */
  public void setOnSelect(Consumer<String> action) {
    onSelect = action;
  }

  /** Draws the band from the baseline down to what the budget allows; NaN for none. */
  public void setBudget(double baselinePercent, double budgetPoints) {
    budget.set(baselinePercent, budgetPoints);
    refresh();
  }

  /** Shows how far accuracy falls at last, in the place of the range where it begins to. */
  public void setWhole(boolean wanted) {
    whole = wanted;
    showAll();
  }

  /** What the horizontal axis is read by; curves and marker are of places on it. */
  public void setScale(Scale scale) {
    this.scale = scale;
    across.setScale(scale);
    describe();
    refresh();
  }

  /** The range of the bound axis, and of the marker on it: that of the selected layer's slider. */
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
    var reach = new Range();
    var up = new Range();
    reach.add(from);
    reach.add(to);
    if (budget.isSet()) {
      up.add(budget.baseline());
      up.add(budget.lowest());
    }
    for (CurveData layer : layers) {
      for (int i = 0; i < layer.points(); i++) {
        reach.add(layer.bounds()[i]);
        up.add(layer.low()[i]);
        up.add(layer.high()[i]);
      }
    }
    double margin = scale.stepped() ? STEP_MARGIN : MARGIN;
    x.set(reach.low() / margin, reach.high() * margin);
    if (up.isEmpty()) {
      y.set(0, 100);
      return;
    }
    double depth = Math.max(DEPTH, budget.isSet() ? BUDGETS * budget.points() : 10);
    double top = budget.isSet() ? budget.baseline() : up.high();
    double low = whole ? up.low() : Math.max(up.low(), top - depth);
    double pad = Math.max(0.05, 0.06 * (up.high() - low));
    y.set(Math.max(0, low - pad), up.high() + pad);
  }

  @Override
  void place() {
    budget.place(y, plotWidth(), plotHeight());
    curves.forEach(curve -> curve.place(x, y));
    double bound = marker.boundProperty().get();
    marker.place(
        bound > 0 ? x.getDisplayPosition(bound) : Double.NaN, plotWidth(), plotHeight(), scale);
  }

  @Override
  Optional<Hover> hoverAt(double px, double py) {
    var nearest = new Nearest(px, py);
    for (CurveData layer : layers) {
      for (int i = 0; i < layer.points(); i++) {
        int point = i;
        nearest.offer(
            x.getDisplayPosition(layer.bounds()[i]),
            y.getDisplayPosition(layer.accuracy()[i]),
            () -> text(layer, point),
            () -> onSelect.accept(layer.layer()));
      }
    }
    return scale.stepped() ? nearest.found() : nearest.found().or(() -> between(px, py));
  }

  /** The curve that passes nearest above or below, between its assessed points. */
  private Optional<Hover> between(double px, double py) {
    var nearest = new Nearest(px, py);
    double bound = x.getValueForDisplay(px);
    for (CurveData layer : layers) {
      for (int i = 1; i < layer.points(); i++) {
        double from = layer.bounds()[i - 1];
        double to = layer.bounds()[i];
        if (bound > from && bound < to) {
          int point = i;
          double part = Math.log(bound / from) / Math.log(to / from);
          double accuracy = mix(layer.accuracy(), i, part);
          nearest.offer(
              px,
              y.getDisplayPosition(accuracy),
              () -> between(layer, point, bound, part),
              () -> onSelect.accept(layer.layer()));
        }
      }
    }
    return nearest.found();
  }

  private String between(CurveData layer, int i, double bound, double part) {
    double accuracy = mix(layer.accuracy(), i, part);
    return String.format(
        Locale.ROOT,
        "%s%nε = %s, interpolated%naccuracy %.2f %%%s%nlayer %s",
        layer.layer(),
        Numbers.bound(bound),
        accuracy,
        budget.isSet()
            ? String.format(Locale.ROOT, "%nloss %+.2f pp", budget.baseline() - accuracy)
            : "",
        Numbers.bytes(Math.round(mix(layer.bytes(), i, part))));
  }

  private static double mix(double[] values, int i, double part) {
    return values[i - 1] + part * (values[i] - values[i - 1]);
  }

  private String text(CurveData layer, int i) {
    String text =
        String.format(
            Locale.ROOT,
            "%s%n%s, assessed%naccuracy %.2f %% (%.2f to %.2f)%nlayer %,.0f bytes",
            layer.layer(),
            scale.stepped() ? scale.text(layer.bounds()[i]) : "ε = " + layer.bounds()[i],
            layer.accuracy()[i],
            layer.low()[i],
            layer.high()[i],
            layer.bytes()[i]);
    double loss = budget.baseline() - layer.accuracy()[i];
    return budget.isSet() ? text + String.format(Locale.ROOT, "%nloss %+.2f pp", loss) : text;
  }

  private double boundAt(double sceneX) {
    double value = x.getValueForDisplay(toPlot(sceneX, 0).getX());
    return scale.snap(Math.clamp(value, from, to));
  }

  private void step(KeyEvent key) {
    double bound = marker.boundProperty().get();
    boolean left = key.getCode() == KeyCode.LEFT;
    if (bound > 0 && (left || key.getCode() == KeyCode.RIGHT)) {
      marker.boundProperty().set(Math.clamp(scale.next(bound, !left), from, to));
      key.consume();
    }
  }

  private void describe() {
    String text = "Accuracy against " + scale.name() + " of " + layers.size() + " layers";
    for (CurveData layer : layers) {
      int last = layer.points() - 1;
      if (layer.layer().equals(selected) && last >= 0) {
        text +=
            String.format(
                Locale.ROOT,
                ". %s: %.2f %% at %s, %.2f %% at %s",
                selected,
                layer.accuracy()[0],
                scale.text(layer.bounds()[0]),
                layer.accuracy()[last],
                scale.text(layer.bounds()[last]));
      }
    }
    setAccessibleText(text);
  }
}
