package org.weighbridge.gui.tradeoff;

import java.util.List;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.chart.DotSeries;
import org.weighbridge.gui.chart.ParetoChart;

/** What sizes cost: all measured configurations, and the front that is predicted. */
public final class ParetoCard extends ChartCard {
  public ParetoCard(TradeOffViewModel model) {
    this(model, new ParetoChart());
  }

  private ParetoCard(TradeOffViewModel model, ParetoChart chart) {
    super("Loss against ratio", chart);
    setData(model::paretoData);
    subtitleProperty().bind(model.paretoWords());
    chart.setOnPick(model::use);
    model.pareto().addListener((o, before, now) -> show(chart, now));
    show(chart, model.pareto().get());
    model.current().addListener((o, before, now) -> ring(chart, now));
    ring(chart, model.current().get());
    var budget = model.workbench().lossBudget();
    budget.addListener((o, before, now) -> chart.setBudget(now.doubleValue()));
    chart.setBudget(budget.get());
  }

  private static void show(ParetoChart chart, List<DotSeries> series) {
    chart.setSeries(series);
    if (!series.isEmpty()) {
      chart.setFront(series.getLast());
    }
  }

  private static void ring(ParetoChart chart, TradeOffViewModel.Place current) {
    chart.setCurrent(current.ratio(), current.lossPoints());
  }
}
