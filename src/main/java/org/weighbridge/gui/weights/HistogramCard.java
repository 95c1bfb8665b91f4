package org.weighbridge.gui.weights;

import java.util.stream.IntStream;
import javafx.fxml.FXML;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.chart.HistogramChart;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.workbench.LayerFacts;

/** How the kept weights of the selected layer are distributed. */
public final class HistogramCard extends ChartCard {
  @FXML private HistogramChart chart;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public HistogramCard(WeightsViewModel model) {
    Fxml.fill(this);
    setShortTitle("Weights");
    setData(model::data);
    model.layer().addListener((o, before, now) -> show(now));
    show(model.layer().get());
  }

  private void show(@Nullable LayerFacts layer) {
    if (layer == null) {
      setSubtitle("no layer selected");
      chart.setBins(new double[] {-1, 1}, new double[] {0}, "weight", false);
      return;
    }
    setSubtitle("kept only, " + layer.layer().name());
    var histogram = layer.histogram();
    int bins = histogram.counts().size();
    chart.setBins(
        IntStream.rangeClosed(0, bins).mapToDouble(histogram::edge).toArray(),
        histogram.counts().stream().mapToDouble(Long::doubleValue).toArray(),
        "weight",
        true);
  }
}
