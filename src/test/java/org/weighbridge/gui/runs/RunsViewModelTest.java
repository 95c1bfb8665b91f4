package org.weighbridge.gui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.ParallelFigure;
import org.weighbridge.figure.TableFigure;
import org.weighbridge.gui.workbench.Bench;

class RunsViewModelTest {
  @TempDir Path folder;
  private Bench bench;
  private RunsViewModel model;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    model = new RunsViewModel(bench.workbench, bench.notices);
    bound(0.02);
    bound(0.05);
  }

  private void bound(double fc1) {
    bench.workbench.bounds().set(TestRuns.FC1, fc1);
    bench.drain();
    bench.rest();
    bench.drain();
  }

  private static List<Integer> numbers(List<Run> runs) {
    return runs.stream().map(Run::number).toList();
  }

  @Test
  void theTitleCountsAndTheNewestIsCurrent() {
    assertEquals("Runs (3)", model.title().get());
    assertTrue(model.isCurrent(model.all().getLast()));
    assertFalse(model.isCurrent(model.all().getFirst()));
    assertFalse(model.severalNetworks());
    assertEquals("as opened", model.network(model.all().getFirst()));
  }

  @Test
  void aFilterThatIsBeingTypedLeavesTheOneBefore() {
    model.filter().set("fc1>0.01");
    assertEquals(List.of(2, 3), numbers(model.shown()));
    assertEquals("2 of 3", model.count().get());
    bound(0.005);
    assertEquals("2 of 4", model.count().get());
    model.filter().set("fc1>0.01 rat>");
    assertEquals(List.of(2, 3), numbers(model.shown()));
    assertTrue(model.fault().get().startsWith("There is no number rat;"), model.fault().get());
    model.clearFilters();
    assertEquals("", model.fault().get());
    assertEquals(4, model.shown().size());
    bound(0.006);
    assertEquals("", model.count().get());
  }

  @Test
  void aRangeOnAnAxisFiltersTheTableToo() {
    var bounds = FXCollections.observableArrayList(model.bounds().get());
    var parallel = new ParallelViewModel(model, bounds);
    var fc1 = parallel.picture().get().axes().getFirst();
    parallel.restrict(fc1, fc1.at(0.03), 1);
    assertEquals(List.of(3), numbers(model.shown()));
    assertEquals(
        List.of(false, false, true),
        parallel.picture().get().lines().stream().map(ParallelPicture.Line::shown).toList());
    assertTrue(parallel.words().startsWith("Parallel coordinates of 1 of 3 runs. ε fc1 from "));
    parallel.release(fc1);
    assertEquals(3, model.shown().size());
  }

  @Test
  void aPartOfThePlaneOfRatioAndLossFiltersTheTableAndThePlot() {
    var parallel =
        new ParallelViewModel(model, FXCollections.observableArrayList(model.bounds().get()));
    var second = model.all().get(1);
    double ratio = second.file().ratio();
    double loss = second.accuracy().orElseThrow().loss().points();
    assertEquals("", model.part().get());
    bench
        .workbench
        .runs()
        .filter()
        .set(new org.weighbridge.gui.workbench.RunFilter(ratio, ratio, loss - 1, loss + 1));
    assertEquals(List.of(2), numbers(model.shown()));
    assertEquals(
        List.of(false, true, false),
        parallel.picture().get().lines().stream().map(ParallelPicture.Line::shown).toList());
    assertTrue(model.part().get().startsWith("ratio "), model.part().get());
    model.clearPart();
    assertEquals(3, model.shown().size());
    assertNull(bench.workbench.runs().filter().get());
    assertEquals("", model.part().get());
  }

  @Test
  void timesHaveAnAxisWhenTheyAreWanted() {
    var parallel =
        new ParallelViewModel(model, FXCollections.observableArrayList(model.bounds().get()));
    int axes = parallel.picture().get().axes().size();
    parallel.more().add(Quantity.ENCODE);
    assertEquals(Quantity.ENCODE, parallel.picture().get().axes().getLast().quantity());
    assertEquals(axes + 1, parallel.picture().get().axes().size());
    parallel.more().clear();
    assertEquals(axes, parallel.picture().get().axes().size());
  }

  @Test
  void theLineUnderTheMouseIsFoundUnlessItIsFilteredOut() {
    var bounds = FXCollections.observableArrayList(model.bounds().get());
    var parallel = new ParallelViewModel(model, bounds);
    var picture = parallel.picture().get();
    var geometry = new PlotGeometry(400, 200, picture.axes().size());
    double[] at = picture.lines().getLast().at();
    double y = geometry.y(at[0]);
    assertEquals(3, parallel.at(geometry, geometry.x(0), y).orElseThrow().number());
    model.filter().set("run<3");
    assertTrue(parallel.at(geometry, geometry.x(0), y).isEmpty());
  }

  @Test
  void keysGoFromRunToRun() {
    var parallel =
        new ParallelViewModel(model, FXCollections.observableArrayList(model.bounds().get()));
    assertEquals(1, parallel.beside(1).orElseThrow().number());
    model.selected().setAll(model.all().get(1));
    assertEquals(3, parallel.beside(1).orElseThrow().number());
    assertEquals(1, parallel.beside(-1).orElseThrow().number());
    model.selected().setAll(model.all().get(2));
    assertEquals(3, parallel.beside(1).orElseThrow().number());
  }

  @Test
  void twoSelectedRunsAreComparedWithThePinnedOneAsReference() {
    model.selected().setAll(model.all().get(0), model.all().get(2));
    assertTrue(model.difference().get().startsWith("Run 3 against run 1: "));
    model.togglePin(model.all().get(2));
    assertTrue(model.difference().get().startsWith("Run 1 against run 3: "));
    model.selected().remove(0);
    assertEquals("", model.difference().get());
  }

  @Test
  void notesAndTagsAreOneLine() {
    model.annotate(model.all().get(1), "for the #paper");
    var run = model.all().get(1);
    assertEquals("for the", run.note());
    assertEquals(List.of("paper"), run.tags());
    model.filter().set("tag:paper");
    assertEquals(List.of(2), numbers(model.shown()));
  }

  @Test
  void whatWasDeletedComesBackWithItsPin() {
    var second = model.all().get(1);
    var third = model.all().get(2);
    var parallel =
        new ParallelViewModel(model, FXCollections.observableArrayList(model.bounds().get()));
    model.togglePin(second);
    model.delete(List.of(second, third));
    assertEquals(1, parallel.picture().get().lines().size());
    assertEquals(List.of(1), numbers(model.all()));
    assertNull(model.pinned().get());
    assertNull(model.current().get());
    var offer = bench.notices.current().get().offer();
    assertNotNull(offer);
    assertEquals("Deleted 2 runs.", bench.notices.current().get().sentence());
    offer.run().run();
    assertEquals(List.of(1, 2, 3), numbers(model.all()));
    assertEquals(3, parallel.picture().get().lines().size());
    assertTrue(model.isPinned(second));
    assertTrue(model.isCurrent(third));
  }

  @Test
  void whatWasDeletedStaysAwayOnceAnotherModelIsOpen() {
    model.delete(List.of(model.all().get(1)));
    var offer = bench.notices.current().get().offer();
    bench.workbench.openModel(folder.resolve("tiny.onnx"), java.util.Optional.empty());
    bench.drain();
    int before = model.all().size();
    assertNotNull(offer);
    offer.run().run();
    assertEquals(before, model.all().size());
  }

  @Test
  void restoringIsOneStep() {
    var choices = bench.workbench.history().get();
    model.restore(model.all().getFirst());
    assertTrue(model.isCurrent(model.all().getFirst()));
    bench.workbench.history().undo();
    assertEquals(choices, bench.workbench.history().get());
    assertTrue(model.isCurrent(model.all().getLast()));
  }

  @Test
  void whatCodersWereAskedForIsShownAsSuch() {
    var fc1 = model.bounds().get().getFirst();
    assertEquals("ε 5e-2", fc1.text(model.all().getLast()));
    bench.workbench.coders().use("codebook+density");
    bench.rest();
    bench.drain();
    var run = model.all().getLast();
    assertEquals("5 bits", fc1.text(run));
    assertEquals("Codebook, density", RunText.coder(run));
    double reached = run.file().layer(TestRuns.FC1).orElseThrow().bound();
    assertEquals(reached, fc1.of(run), "for axes and sorting");
    var table = model.table(List.of(run));
    assertEquals(
        List.of("codebook+density", "bits:5"),
        table
            .rows()
            .getFirst()
            .subList(
                table.columns().indexOf("codec fc1.weight"),
                table.columns().indexOf("setting fc1.weight") + 1));
  }

  @Test
  void exportedRunsHaveFullPrecision() {
    var table = model.table(model.all());
    int bound = table.columns().indexOf("setting fc1.weight");
    assertEquals(
        List.of("0.02", "0.05"),
        table.rows().subList(1, 3).stream().map(row -> row.get(bound)).toList());
    int ratio = table.columns().indexOf("ratio");
    assertEquals(
        Double.toString(model.all().getFirst().file().ratio()), table.rows().getFirst().get(ratio));
  }

  @Test
  void theFigureOfRunsIsTheTableInItsOrder() {
    var some = List.of(model.all().get(2), model.all().get(0));
    var card = model.figure(some, model.bounds().get()).orElseThrow();
    assertEquals("runs-of-tiny", card.fileName());
    var figure = (TableFigure) card.figure();
    assertEquals(model.table(some), figure.data());
    int ratio = figure.columns().stream().map(TableFigure.Column::title).toList().indexOf("ratio");
    assertEquals(
        some.stream().map(Quantity.RATIO::text).toList(),
        figure.rows().stream().map(row -> row.get(ratio)).toList());
    assertTrue(model.figure(List.of(), List.of()).isEmpty());
  }

  @Test
  void parallelCoordinatesKeepTheNumbersOfRunsThatAreShown() {
    var coordinates =
        new ParallelViewModel(model, FXCollections.observableArrayList(model.bounds().get()));
    model.filter().set("run>1");
    var figure = (ParallelFigure) coordinates.figure().orElseThrow().figure();
    assertEquals(model.shown().size(), figure.lines().size());
    var axes = coordinates.picture().get().axes();
    for (var run : model.shown()) {
      var line =
          figure.lines().stream()
              .filter(one -> one.name().equals("run " + run.number()))
              .findFirst()
              .orElseThrow();
      assertEquals(axes.stream().map(axis -> axis.quantity().of(run)).toList(), line.values());
    }
  }
}
