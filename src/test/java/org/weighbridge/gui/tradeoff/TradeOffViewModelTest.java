package org.weighbridge.gui.tradeoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.experiment.Objective;
import org.weighbridge.gui.chart.DotSeries;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.network.LayerId;

class TradeOffViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir Path folder;
  private Bench bench;
  private TradeOffViewModel model;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    model = new TradeOffViewModel(bench.workbench);
  }

  private static DotSeries series(List<DotSeries> all, String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void whatSlidersLeadToAppearsOncePerConfiguration() {
    assertEquals(1, series(model.pareto().get(), TradeOffViewModel.SLIDERS).dots().size());
    bench.workbench.bounds().set(FC1, 0.1);
    bench.drain();
    bench.rest();
    bench.drain();
    bench.workbench.history().undo();
    var dots = series(model.pareto().get(), TradeOffViewModel.SLIDERS).dots();
    assertEquals(2, dots.size());
    assertEquals(2, series(model.additivity().get(), TradeOffViewModel.SLIDERS).dots().size());
    assertTrue(series(model.pareto().get(), TradeOffViewModel.SEARCH).dots().isEmpty());
    assertTrue(dots.stream().anyMatch(dot -> dot.x() == model.current().get().ratio()), "the ring");
  }

  @Test
  void trialsAppearWhileASearchIsAtWork() {
    bench.workbench.optimize(new Objective.LeastSize(2));
    bench.drain();
    var trials = series(model.pareto().get(), TradeOffViewModel.SEARCH).dots();
    assertFalse(trials.isEmpty());
    assertEquals(
        trials.size(), series(model.additivity().get(), TradeOffViewModel.SEARCH).dots().size());
    assertTrue(
        model.additivityWords().get().startsWith(trials.size() + " searched"),
        model.additivityWords().get());
  }

  @Test
  void theFrontIsTracedAndAClickOnItIsOneStep() {
    var front = series(model.pareto().get(), TradeOffViewModel.FRONT).dots();
    assertFalse(front.isEmpty());
    for (int i = 1; i < front.size(); i++) {
      assertTrue(front.get(i).x() > front.get(i - 1).x(), "ratio " + i);
      assertTrue(front.get(i).y() > front.get(i - 1).y(), "loss " + i);
    }
    var before = bench.workbench.history().get();
    model.use(TradeOffViewModel.FRONT, front.size() - 1);
    assertNotEquals(before, bench.workbench.history().get());
    assertEquals(front.getLast().x(), model.current().get().ratio(), 1e-9);
    bench.workbench.history().undo();
    assertEquals(before, bench.workbench.history().get());
  }

  @Test
  void aLockedLayerLeavesTheFront() {
    int both = series(model.pareto().get(), TradeOffViewModel.FRONT).dots().size();
    bench.workbench.bounds().lock(FC1, true);
    bench.drain();
    bench.rest();
    bench.drain();
    var front = series(model.pareto().get(), TradeOffViewModel.FRONT).dots();
    assertTrue(front.size() < both, front.size() + " of " + both);
    model.use(TradeOffViewModel.FRONT, 0);
    assertTrue(bench.workbench.bounds().locked(FC1));
  }
}
