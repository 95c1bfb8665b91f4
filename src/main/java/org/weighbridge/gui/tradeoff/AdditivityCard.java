package org.weighbridge.gui.tradeoff;

import org.weighbridge.gui.chart.AdditivityChart;
import org.weighbridge.gui.chart.ChartCard;

/** Whether the losses of layers add up on the network at hand. */
public final class AdditivityCard extends ChartCard {
  public AdditivityCard(TradeOffViewModel model) {
    this(model, new AdditivityChart());
  }

  private AdditivityCard(TradeOffViewModel model, AdditivityChart chart) {
    super("Additivity", chart);
    setFigure(model::additivityFigure);
    subtitleProperty().bind(model.additivityWords());
    model.additivity().addListener((o, before, now) -> chart.setSeries(now));
    chart.setSeries(model.additivity().get());
  }
}
