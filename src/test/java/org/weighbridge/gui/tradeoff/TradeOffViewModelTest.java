package org.weighbridge.gui.tradeoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.Objective;
import org.weighbridge.gui.chart.DotSeries;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.gui.workbench.Workbench;
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
    return all.stream().filter(each -> each.key().equals(name)).findFirst().orElseThrow();
  }

  private void settle() {
    bench.drain();
    bench.rest();
    bench.drain();
  }

  private List<DotSeries.Dot> measured() {
    var dots = new ArrayList<>(series(model.pareto().get(), "sz measured").dots());
    dots.addAll(series(model.pareto().get(), "sz beaten").dots());
    return dots;
  }

  @Test
  void whatSlidersLeadToAppearsOncePerConfiguration() {
    assertEquals(1, measured().size());
    bench.workbench.bounds().set(FC1, 0.1);
    settle();
    bench.workbench.history().undo();
    settle();
    assertEquals(2, measured().size());
    assertEquals(2, series(model.additivity().get(), TradeOffViewModel.SLIDERS).dots().size());
    assertTrue(series(model.pareto().get(), "sz trials").dots().isEmpty());
    assertTrue(
        measured().stream().anyMatch(dot -> dot.x() == model.current().get().across()), "the ring");
  }

  @Test
  void everyCoderHasALineOnceTheyAreCompared() {
    var ids = List.of("sz", "codebook", "linear");
    var wanted = bench.workbench.comparingCoders().wanted();
    wanted.clear();
    wanted.addAll(ids);
    assertEquals(1, bench.workbench.comparing().fronts().get().size());
    bench.workbench.compareCoders(Workbench.wholeRange());
    assertTrue(bench.workbench.comparingCoders().busy().get());
    settle();
    assertFalse(bench.workbench.comparingCoders().busy().get());
    for (String id : ids) {
      var line = series(model.pareto().get(), id + " predicted");
      assertFalse(line.dots().isEmpty(), id);
      assertEquals(DotSeries.Style.HOLLOW, line.style());
      assertEquals(Codecs.byId(id).label() + " predicted", line.name());
    }
    assertEquals(
        ids.size(),
        model.pareto().get().stream()
            .filter(series -> !series.dots().isEmpty())
            .mapToInt(DotSeries::colour)
            .distinct()
            .count());
    assertTrue(series(model.pareto().get(), "zfp predicted").dots().isEmpty(), "not wanted");
    model.use(ids.getLast() + " predicted", 0);
    assertEquals(ids.getLast(), bench.workbench.coding().codec());
  }

  @Test
  void aCancelledComparisonKeepsWhatItFound() {
    bench.workbench.compareCoders(Workbench.wholeRange());
    bench.workbench.comparingCoders().cancel();
    settle();
    assertFalse(bench.workbench.comparingCoders().busy().get());
    assertFalse(series(model.pareto().get(), "sz predicted").dots().isEmpty());
  }

  @Test
  void runsThatAreBeatenAreFaintAndTheOthersJoined() {
    bench.workbench.bounds().set(FC1, 1e-4); // larger, and no better
    settle();
    assertEquals(2, measured().size());
    var best = model.best().get();
    for (int i = 1; i < best.size(); i++) {
      assertTrue(best.get(i).x() < best.get(i - 1).x(), "ratio " + i);
      assertTrue(best.get(i).y() < best.get(i - 1).y(), "loss " + i);
    }
    assertEquals(series(model.pareto().get(), "sz measured").dots().size(), best.size());
  }

  @Test
  void sizesAreToldInBitsPerWeightToo() {
    double ratio = model.current().get().across();
    model.across().set(TradeOffViewModel.Across.BITS);
    assertEquals(32 / ratio, model.current().get().across(), 1e-12);
    assertEquals(
        "bits per weight, whole file",
        model.paretoFigure().orElseThrow().figure().data().columns().get(1));
    assertTrue(
        model.paretoFigure().orElseThrow().figure().data().rows().stream()
            .allMatch(row -> row.getFirst().startsWith("SZ ")));
    assertEquals(
        model.pareto().get().stream().mapToInt(each -> each.dots().size()).sum(),
        model.paretoFigure().orElseThrow().figure().data().rows().size());
  }

  @Test
  void dataOfPredictionsHaveBothLosses() {
    var table = model.additivityFigure().orElseThrow().figure().data();
    assertEquals("predicted top-1 loss [pp]", table.columns().get(1));
    assertEquals(3, table.rows().size(), "a dot and the two ends of the diagonal");
    var dot = series(model.additivity().get(), TradeOffViewModel.SLIDERS).dots().getFirst();
    assertEquals(
        String.valueOf(dot.x()), table.rows().getLast().get(1), "on the screen and in the figure");
  }

  @Test
  void aBrushChoosesRunsInRatioWhateverTheAxis() {
    var run = bench.workbench.runs().all().getFirst();
    double ratio = run.file().ratio();
    double loss = run.accuracy().orElseThrow().loss().points();
    model.look(new Rectangle2D(0.9 * ratio, loss - 1, 0.2 * ratio, 2));
    assertTrue(Objects.requireNonNull(bench.workbench.runs().filter().get()).test(run));
    model.across().set(TradeOffViewModel.Across.BITS);
    model.look(new Rectangle2D(40 / ratio, loss - 1, 40 / ratio, 2));
    assertFalse(Objects.requireNonNull(bench.workbench.runs().filter().get()).test(run));
    model.look(null);
    assertNull(bench.workbench.runs().filter().get());
  }

  @Test
  void thePinnedRunIsWhereItWasMeasured() {
    assertTrue(Double.isNaN(model.pinned().get().across()));
    model.togglePin();
    var place = model.current().get();
    assertEquals(place, model.pinned().get());
    bench.workbench.bounds().set(FC1, 0.1);
    settle();
    assertEquals(place, model.pinned().get());
    model.togglePin();
    assertNull(bench.workbench.runs().pinned().get());
  }

  @Test
  void trialsAppearWhileASearchIsAtWork() {
    bench.workbench.optimize(new Objective.LeastSize(2));
    bench.drain();
    var trials = series(model.pareto().get(), "sz trials").dots();
    assertFalse(trials.isEmpty());
    assertEquals(
        trials.size(), series(model.additivity().get(), TradeOffViewModel.SEARCH).dots().size());
    assertTrue(
        model.additivityWords().get().startsWith(trials.size() + " searched"),
        model.additivityWords().get());
  }

  @Test
  void theFrontIsTracedAndAClickOnItIsOneStep() {
    var front = series(model.pareto().get(), "sz predicted").dots();
    assertFalse(front.isEmpty());
    for (int i = 1; i < front.size(); i++) {
      assertTrue(front.get(i).x() > front.get(i - 1).x(), "ratio " + i);
      assertTrue(front.get(i).y() > front.get(i - 1).y(), "loss " + i);
    }
    var before = bench.workbench.history().get();
    model.use("sz predicted", front.size() - 1);
    assertNotEquals(before, bench.workbench.history().get());
    assertEquals(front.getLast().x(), model.current().get().across(), 1e-9);
    bench.workbench.history().undo();
    assertEquals(before, bench.workbench.history().get());
  }

  @Test
  void aLockedLayerLeavesTheFront() {
    int both = series(model.pareto().get(), "sz predicted").dots().size();
    bench.workbench.bounds().lock(FC1, true);
    bench.drain();
    bench.rest();
    bench.drain();
    var front = series(model.pareto().get(), "sz predicted").dots();
    assertTrue(front.size() < both, front.size() + " of " + both);
    model.use("sz predicted", 0);
    assertTrue(bench.workbench.bounds().locked(FC1));
  }
}
