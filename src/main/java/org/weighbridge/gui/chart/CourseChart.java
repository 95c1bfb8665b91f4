package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.Locale;
import java.util.Optional;

/** A number over the epochs of a training. */
public final class CourseChart extends PlotRegion {
  private static final int MOST_MARKED = 40;

  private final String what;
  private final int colour;
  private final String empty;
  private double[] epochs = {};
  private double[] values = {};
  private Curve curve;
  private double length = 1;

  /**
   * An empty chart.
   *
   * @param what the number, with its unit
   * @param colour of the series, counted from 0
   * @param empty said while there is nothing to show
   */
  public CourseChart(String what, int colour, String empty) {
    super(new DefaultNumericAxis("epoch", 0, 1, 1), new DefaultNumericAxis(what, 0, 1, 0.1));
    this.what = what;
    this.colour = colour;
    this.empty = empty;
    x.setTickLabelFormatter(AxisLabels.decimals());
    y.setTickLabelFormatter(AxisLabels.decimals());
    curve = curve();
    addMarks(curve.nodes());
    setPlaceholder(empty);
    refresh();
  }

  private Curve curve() {
    var made = new Curve(colour, 0, epochs, values, new double[0], new double[0]);
    made.setMarked(values.length <= MOST_MARKED);
    return made;
  }

  /**
   * Shows another course.
   *
   * @param passed epochs, ascending
   * @param all how many epochs there will be
   */
  public void setCourse(double[] passed, double[] numbers, double all) {
    removeMarks(curve.nodes());
    epochs = passed.clone();
    values = numbers.clone();
    length = Math.max(1, all);
    curve = curve();
    addMarks(curve.nodes());
    setPlaceholder(epochs.length == 0 ? empty : "");
    refresh();
  }

  @Override
  void fitAxes() {
    x.set(0, length * 1.03);
    var up = new Range();
    for (double value : values) {
      up.add(value);
    }
    if (up.isEmpty()) {
      y.set(0, 1);
      return;
    }
    // a thousandth of the number at least: a single one shall not look like a landslide
    double pad = Math.max(1e-3 * Math.abs(up.high()), 0.08 * (up.high() - up.low()));
    pad = Math.max(1e-6, pad);
    y.set(up.low() - pad, up.high() + pad);
  }

  @Override
  void place() {
    curve.place(x, y);
  }

  @Override
  Optional<Hover> hoverAt(double px, double py) {
    var nearest = new Nearest(px, py);
    for (int i = 0; i < epochs.length; i++) {
      int point = i;
      nearest.offer(
          x.getDisplayPosition(epochs[i]),
          y.getDisplayPosition(values[i]),
          () ->
              String.format(Locale.ROOT, "epoch %.2f%n%s %.4f", epochs[point], what, values[point]),
          () -> {});
    }
    return nearest.found();
  }
}
