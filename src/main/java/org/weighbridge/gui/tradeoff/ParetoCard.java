package org.weighbridge.gui.tradeoff;

import java.util.List;
import javafx.collections.ObservableSet;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.gui.chart.ChartCard;
import org.weighbridge.gui.chart.DotSeries;
import org.weighbridge.gui.chart.ParetoChart;
import org.weighbridge.gui.tradeoff.TradeOffViewModel.Across;
import org.weighbridge.gui.workbench.Workbench;

/** What sizes cost under every coder: runs, trials of searches, and the fronts predicted. */
public final class ParetoCard extends ChartCard {
  public ParetoCard(TradeOffViewModel model) {
    this(model, new ParetoChart());
  }

  private ParetoCard(TradeOffViewModel model, ParetoChart chart) {
    super("Loss against ratio", chart);
    setShortTitle("Loss vs ratio");
    setFigure(model::paretoFigure);
    subtitleProperty().bind(model.paretoWords());
    getOptions().add(compared(model.workbench().comparingCoders().wanted()));
    chart.setOnPick(model::use);
    chart.setOnBrush(model::look);
    model
        .workbench()
        .runs()
        .filter()
        .addListener(
            (o, before, now) -> {
              if (now == null) {
                chart.clearBrush();
              }
            });
    model.pareto().addListener((o, before, now) -> show(chart, now));
    show(chart, model.pareto().get());
    model.best().addListener((o, before, now) -> chart.setFront(now));
    chart.setFront(model.best().get());
    model.current().addListener((o, before, now) -> ring(chart, now));
    ring(chart, model.current().get());
    model.pinned().addListener((o, before, now) -> pin(chart, now));
    pin(chart, model.pinned().get());
    model.across().addListener((o, before, now) -> chart.setAcross(now.title()));
    var budget = model.workbench().lossBudget();
    budget.addListener((o, before, now) -> chart.setBudget(now.doubleValue()));
    chart.setBudget(budget.get());
    options(model);
  }

  private void options(TradeOffViewModel model) {
    var bits = new CheckMenuItem("Bits per weight instead of ratio");
    bits.selectedProperty()
        .addListener((o, before, now) -> model.across().set(now ? Across.BITS : Across.RATIO));
    var workbench = model.workbench();
    var compare = new MenuItem();
    var comparing = workbench.comparingCoders().busy();
    compare
        .textProperty()
        .bind(comparing.map(busy -> busy ? "Stop comparing coders" : "Compare coders").orElse(""));
    compare.disableProperty().bind(workbench.evaluation().isNull());
    compare.setOnAction(
        event -> {
          if (comparing.get()) {
            workbench.comparingCoders().cancel();
          } else {
            workbench.compareCoders(Workbench.wholeRange());
          }
        });
    var pin = new MenuItem();
    pin.textProperty()
        .bind(
            workbench
                .runs()
                .pinned()
                .map(run -> "Unpin run " + run.number())
                .orElse("Pin the current run"));
    pin.disableProperty()
        .bind(workbench.runs().pinned().isNull().and(workbench.runs().current().isNull()));
    pin.setOnAction(event -> model.togglePin());
    getOptions().addAll(List.of(compare, pin, bits));
  }

  /** Which coders "Compare coders" compares. */
  private static Menu compared(ObservableSet<String> wanted) {
    var menu = new Menu("Coders to compare");
    for (LayerCodec codec : Codecs.all()) {
      var item = new CheckMenuItem(codec.label());
      item.setId("compare-" + codec.id());
      item.setSelected(wanted.contains(codec.id()));
      item.setOnAction(
          event -> {
            if (item.isSelected()) {
              wanted.add(codec.id());
            } else {
              wanted.remove(codec.id());
            }
          });
      menu.getItems().add(item);
    }
    return menu;
  }

  private static void show(ParetoChart chart, List<DotSeries> series) {
    chart.setSeries(series);
  }

  private static void ring(ParetoChart chart, TradeOffViewModel.Place current) {
    chart.setCurrent(current.across(), current.lossPoints());
  }

  private static void pin(ParetoChart chart, TradeOffViewModel.Place pinned) {
    chart.setPinned(pinned.across(), pinned.lossPoints());
  }
}
