package org.weighbridge.gui.weights;

import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Histogram;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.chart.HistogramChart;
import org.weighbridge.gui.fxml.Fxml;

/** How the weights of the selected layer are distributed, before coding and as decoded. */
public final class HistogramCard extends ChartCard {
  @FXML private HistogramChart chart;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public HistogramCard(WeightsViewModel model) {
    Fxml.fill(this);
    setFigure(model::figure);
    subtitleProperty().bind(model.subtitle());
    var all = new ToggleButton("all");
    all.setId("weights-all");
    all.getStyleClass().addAll("small", "mask-mode");
    all.setTooltip(new Tooltip("Count all weights, zeros too; else only those that are kept"));
    all.setSelected(!model.keptOnly().get());
    all.setOnAction(event -> model.keptOnly().set(!all.isSelected()));
    model.keptOnly().addListener((o, before, now) -> all.setSelected(!now));
    getButtons().addFirst(all);
    getOptions()
        .addAll(
            option("Kept weights only", model.keptOnly()),
            option("Logarithmic count", model.logCount()),
            option("Decoded weights as an outline", model.withDecoded()));
    model.bars().addListener((o, before, now) -> show(now, model.logCount().get()));
    model.logCount().addListener((o, before, now) -> show(model.bars().get(), now));
    show(model.bars().get(), model.logCount().get());
  }

  private static CheckMenuItem option(String text, BooleanProperty choice) {
    var item = new CheckMenuItem(text);
    item.selectedProperty().bindBidirectional(choice);
    return item;
  }

  private void show(@Nullable WeightBars bars, boolean log) {
    if (bars == null) {
      chart.setBins(new double[] {-1, 1}, new double[] {0}, "weight", false);
      return;
    }
    var original = bars.original();
    chart.setBins(
        IntStream.rangeClosed(0, original.counts().size()).mapToDouble(original::edge).toArray(),
        counts(original),
        "weight",
        log);
    bars.decoded().ifPresent(after -> chart.setOutline(counts(after), "original", "decoded"));
  }

  private static double[] counts(Histogram histogram) {
    return histogram.counts().stream().mapToDouble(Long::doubleValue).toArray();
  }
}
