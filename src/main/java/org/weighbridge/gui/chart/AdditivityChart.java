package org.weighbridge.gui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.List;
import javafx.scene.shape.Line;
import org.weighbridge.gui.chart.DotSeries.Dot;

/**
 * Measured against predicted loss of whole configurations, in percentage points. On the diagonal
 * losses add up; above it layers hurt each other.
 */
public final class AdditivityChart extends DotChart {
  private static final String EMPTY =
      "Search with the optimizer, or move sliders after an assessment: every configuration measured"
          + " with all layers together appears here against the sum of its layers' losses";
  private static final double LEAST_SPAN = 0.2;

  private final Line diagonal = new Line();

  public AdditivityChart() {
    super(
        new DefaultNumericAxis("predicted loss (pp)", 0, 1, 0.1),
        new DefaultNumericAxis("measured loss (pp)", 0, 1, 0.1),
        EMPTY);
    diagonal.getStyleClass().add("diagonal");
    diagonal.setManaged(false);
    diagonal.setMouseTransparent(true);
    addMarks(List.of(diagonal));
    refresh();
  }

  @Override
  void fitAxes() {
    var across = new Range();
    var up = new Range();
    across.add(0);
    up.add(0);
    for (Dot dot : dots()) {
      across.add(dot.x());
      up.add(dot.y());
      up.add(dot.y() - dot.margin());
      up.add(dot.y() + dot.margin());
    }
    fit(x, across);
    fit(y, up);
  }

  private static void fit(DefaultNumericAxis axis, Range range) {
    double pad = 0.06 * Math.max(LEAST_SPAN, range.high() - range.low());
    axis.set(range.low() - pad, Math.max(range.high(), range.low() + LEAST_SPAN) + pad);
  }

  @Override
  void place() {
    super.place();
    double from = Math.max(x.getMin(), y.getMin());
    double to = Math.min(x.getMax(), y.getMax());
    diagonal.setVisible(to > from);
    diagonal.setStartX(x.getDisplayPosition(from));
    diagonal.setStartY(y.getDisplayPosition(from));
    diagonal.setEndX(x.getDisplayPosition(to));
    diagonal.setEndY(y.getDisplayPosition(to));
  }
}
