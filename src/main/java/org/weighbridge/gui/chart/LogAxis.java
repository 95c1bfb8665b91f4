package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.List;

/**
 * A logarithmic axis that stays readable when it shows less than two decades: ticks at 1-2-5 then,
 * or even ones where fewer than two of these are shown. ChartFX has only powers of ten.
 */
final class LogAxis extends DefaultNumericAxis {
  private static final int[] STEPS = {1, 2, 5};
  private static final int MOST_EVEN = 6;

  private List<Scale.Step> steps = List.of();

  LogAxis(String title) {
    super(title, 1, 10, 1);
    setLogAxis(true);
    setMinorTickCount(9);
  }

  /** Reads by this scale: its steps are the only ticks then. */
  void setScale(Scale scale) {
    steps = scale.steps();
    setName(scale.title());
    setTickLabelFormatter(AxisLabels.of(scale));
    setMinorTickCount(scale.stepped() ? 0 : 9);
    forceRedraw();
  }

  @Override
  protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
    double low = range.getLowerBound();
    double high = range.getUpperBound();
    if (!steps.isEmpty()) {
      steps.stream()
          .mapToDouble(Scale.Step::place)
          .filter(place -> place >= low && place <= high)
          .forEach(ticks::add);
      return;
    }
    if (low <= 0 || high / low > 100) {
      super.calculateMajorTickValues(range, ticks);
      return;
    }
    decades(low, high, ticks);
    if (ticks.size() < 2) {
      ticks.clear();
      even(low, high, ticks);
    }
  }

  private static void decades(double low, double high, DoubleArrayList ticks) {
    for (int decade = (int) Math.floor(Math.log10(low)); Math.pow(10, decade) <= high; decade++) {
      for (int step : STEPS) {
        double tick = Double.parseDouble(step + "e" + decade);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
  }

  /** At multiples of the least 1, 2 or 5 times a power of ten that gives no more than so many. */
  static void even(double low, double high, DoubleArrayList ticks) {
    double decade = Math.pow(10, Math.floor(Math.log10((high - low) / MOST_EVEN)));
    double step = decade;
    for (int i = 0; step * MOST_EVEN < high - low; i++) {
      step = decade * (i < STEPS.length ? STEPS[i] : 10);
    }
    for (double n = Math.ceil(low / step); n * step <= high; n++) {
      ticks.add(n * step);
    }
  }
}
