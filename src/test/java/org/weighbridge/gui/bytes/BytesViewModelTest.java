package org.weighbridge.gui.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.gui.chart.BytesRow;
import org.weighbridge.gui.chart.BytesRow.Kind;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.gui.workbench.Workbench;
import org.weighbridge.network.LayerId;

class BytesViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir Path folder;
  private Bench bench;
  private BytesViewModel model;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    model = new BytesViewModel(bench.workbench);
    settle();
  }

  private void settle() {
    bench.drain();
    bench.rest();
    bench.drain();
  }

  private List<BytesRow> rows(Kind kind) {
    return model.rows().get().stream().filter(row -> row.kind() == kind).toList();
  }

  private void partsAddUp() {
    long file = bench.workbench.measuredFile().orElseThrow().fileBytes();
    long parts =
        model.rows().get().stream()
            .filter(row -> row.kind() != Kind.PINNED)
            .mapToLong(BytesRow::total)
            .sum();
    assertEquals(file, parts);
  }

  @Test
  void thePartsAddUpToTheFile() {
    partsAddUp();
    assertEquals(1, rows(Kind.REST).size());
    assertTrue(rows(Kind.REST).getFirst().other() > 0);
    bench.workbench.bounds().lock(FC1, true);
    settle();
    partsAddUp();
    assertEquals(1, rows(Kind.CURRENT).size(), "a locked layer is part of the rest");
  }

  @Test
  void theLayersOfThePinnedRunStandBelowTheirOwn() {
    bench.workbench.runs().pin(bench.workbench.runs().all().getFirst());
    assertEquals(0, rows(Kind.PINNED).size(), "not beside itself");
    bench.workbench.bounds().set(FC1, 0.1);
    settle();
    assertEquals(2, rows(Kind.PINNED).size());
    assertEquals(rows(Kind.CURRENT).getFirst().layer(), model.rows().get().get(1).layer());
    assertTrue(rows(Kind.CURRENT).getFirst().total() < rows(Kind.PINNED).getFirst().total());
    partsAddUp();
    model.besidePinned().set(false);
    assertEquals(0, rows(Kind.PINNED).size());
  }

  @Test
  void oldBytesAreCalledStale() {
    assertTrue(model.subtitle().get().contains("measured"), model.subtitle().get());
    bench.workbench.bounds().set(FC1, 0.1);
    assertTrue(model.subtitle().get().contains("stale"), model.subtitle().get());
  }

  @Test
  void theFigureHasEveryByteOfTheFile() {
    var bars = ((StackedBarFigure) model.figure().orElseThrow().figure()).bars();
    long file = bench.workbench.measuredFile().orElseThrow().fileBytes();
    assertEquals((double) file, bars.stream().mapToDouble(StackedBarFigure.Bar::total).sum(), 1e-9);
    assertEquals(
        model.rows().get().stream().map(BytesRow::layer).toList(),
        bars.stream().map(StackedBarFigure.Bar::name).toList());
  }

  @Test
  void theFigureTellsBitsPerKeptWeightWhereTheCardDoes() {
    model.perKeptWeight().set(true);
    var figure = model.figure().orElseThrow().figure();
    var first = model.rows().get().getFirst();
    var cells = figure.data().rows().getFirst();
    assertEquals(first.layer(), cells.getFirst());
    assertEquals(
        first.bitsPerKeptWeight(),
        cells.stream().skip(1).mapToDouble(Double::parseDouble).sum(),
        1e-12);
  }

  @Test
  void everyComparedCoderHasItsFileBesideTheCurrentOne() {
    var wanted = bench.workbench.comparingCoders().wanted();
    wanted.clear();
    wanted.addAll(List.of("sz", "codebook", "linear"));
    bench.workbench.lossBudget().set(100);
    model.byCoder().set(true);
    assertEquals("not compared yet", row("Linear").details());
    wanted.remove("codebook");
    bench.workbench.compareCoders(Workbench.wholeRange());
    settle();
    wanted.add("codebook");
    assertEquals(List.of("current", "SZ", "Linear", "Codebook"), names());
    assertEquals("not compared yet", row("Codebook").details(), "not among those compared");
    assertEquals(bench.workbench.measuredFile().orElseThrow().fileBytes(), row("current").total());
    var linear = row("Linear");
    assertTrue(linear.details().contains("bits"), linear.details());
    assertTrue(linear.values() > 0 && linear.other() > 0, linear.toString());
    model.select("Linear");
    settle();
    assertEquals("linear", bench.workbench.coding().codec());
    assertEquals(linear.total(), bench.workbench.measuredFile().orElseThrow().fileBytes());
    var files = (StackedBarFigure) model.figure().orElseThrow().figure();
    var drawn = files.bars().stream().filter(bar -> bar.name().equals("Linear")).findFirst();
    assertEquals((double) linear.total(), drawn.orElseThrow().total());
    bench.workbench.history().undo();
    settle();
    assertEquals("sz", bench.workbench.coding().codec());
  }

  @Test
  void whatIsStoppedSaysSoAndBudgetsThatNothingKeepsToo() {
    bench.workbench.comparingCoders().wanted().retainAll(List.of("sz"));
    bench.workbench.lossBudget().set(-50);
    model.byCoder().set(true);
    bench.drain();
    assertEquals("not within -50.00 pp", row("SZ").details());
    bench.workbench.lossBudget().set(5);
    bench.workbench.cancelFront();
    bench.drain();
    assertEquals("stopped", row("SZ").details());
    bench.workbench.lossBudget().set(6);
    bench.drain();
    assertTrue(row("SZ").total() > 0);
  }

  private BytesRow row(String name) {
    return model.rows().get().stream()
        .filter(row -> row.layer().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return model.rows().get().stream().map(BytesRow::layer).toList();
  }
}
