package org.weighbridge.gui.chart;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the point of a plot that the pointer is nearest to, if it is near any. */
final class Nearest {
  private static final double REACH = 20;

  private final double px;
  private final double py;
  private double distance = REACH;
  private PlotRegion.@Nullable Hover hover;

  Nearest(double px, double py) {
    this.px = px;
    this.py = py;
  }

  void offer(double x, double y, Supplier<String> text, Runnable onClick) {
    double away = Math.hypot(px - x, py - y);
    if (away < distance) {
      distance = away;
      hover = new PlotRegion.Hover(x, y, text.get(), onClick);
    }
  }

  Optional<PlotRegion.Hover> found() {
    return Optional.ofNullable(hover);
  }
}
