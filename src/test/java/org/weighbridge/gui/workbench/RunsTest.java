package org.weighbridge.gui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.experiment.Run;
import org.weighbridge.network.LayerId;

/** What was tried, and the layers as they are decoded. */
class RunsTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir static Path folder;
  static TinyExample example;
  private Bench bench;
  private Workbench workbench;
  private Runs runs;

  @BeforeAll
  static void make() {
    example = TinyExample.in(folder);
  }

  @BeforeEach
  void open() {
    bench = Bench.open(example);
    workbench = bench.workbench;
    runs = workbench.runs();
  }

  private void bound(double value) {
    workbench.bounds().set(FC1, value);
    bench.drain();
    bench.rest();
    bench.drain();
  }

  @Test
  void whatIsOpenedIsTheFirstRun() {
    var first = runs.all().getFirst();
    assertEquals(1, first.number());
    assertEquals(Run.Origin.START, first.origin());
    assertEquals(workbench.history().get(), first.configuration());
    assertTrue(first.accuracy().isPresent());
    assertSame(first, runs.current().get());
  }

  @Test
  void everyChoiceThatRestsIsOneRun() {
    bound(0.03);
    assertEquals(2, runs.all().size());
    assertEquals(Run.Origin.HAND, runs.all().get(1).origin());
    workbench.history().undo();
    bench.drain();
    assertEquals(2, runs.all().size(), "the same choices again are no new run");
    assertSame(runs.all().getFirst(), runs.current().get());
  }

  @Test
  void aDragIsNoRunBeforeItEnds() {
    workbench.bounds().move(FC1, 0.02);
    bench.drain();
    bench.rest();
    bench.drain();
    assertTrue(workbench.measuredFile().isPresent());
    assertEquals(1, runs.all().size());
    assertNull(runs.current().get());
    workbench.history().settle();
    bench.drain();
    assertEquals(2, runs.all().size());
  }

  @Test
  void theBudgetIsAChoiceThatUndoRestores() {
    workbench.lossBudget().set(1);
    workbench.lossBudget().set(2);
    workbench.history().undo();
    assertEquals(1, workbench.lossBudget().get());
    workbench.history().undo();
    assertEquals(0.3, workbench.lossBudget().get());
    assertEquals(1, runs.all().size(), "a budget is nothing that is measured");
    assertSame(runs.all().getFirst(), runs.current().get());
  }

  @Test
  void restoringIsOneStep() {
    bound(0.03);
    runs.restore(runs.all().getFirst());
    bench.drain();
    assertSame(runs.all().getFirst(), runs.current().get());
    workbench.history().undo();
    bench.drain();
    assertSame(runs.all().get(1), runs.current().get());
  }

  @Test
  void restoresWhatWasPruned() {
    workbench.pruning().set(List.of(FC1), 0.5);
    bench.drain();
    assertEquals(2, runs.all().size());
    runs.restore(runs.all().getFirst());
    bench.drain();
    assertTrue(workbench.subject().get().asOpened());
    assertSame(runs.all().getFirst(), runs.current().get());
  }

  @Test
  void notesAndTagsStayWithPinnedAndCurrent() {
    var first = runs.all().getFirst();
    runs.pin(first);
    runs.annotate(first, "to compare with");
    runs.tag(first, List.of("paper"));
    assertEquals("to compare with", runs.pinned().get().note());
    assertEquals(List.of("paper"), runs.current().get().tags());
    runs.delete(first);
    assertNull(runs.pinned().get());
    assertTrue(runs.all().isEmpty());
    bound(0.03);
    assertEquals(2, runs.all().getFirst().number(), "numbers are not given twice");
  }

  @Test
  void decodesTheSelectedLayer() {
    workbench.selected().set(FC1);
    bench.drain();
    var shown = workbench.reconstructing().current().get();
    assertNotNull(shown);
    assertEquals(FC1, shown.layer());
    var original = shown.original().values();
    var decoded = shown.decoded().values();
    double worst = 0;
    for (int i = 0; i < original.length; i++) {
      worst = Math.max(worst, Math.abs((double) decoded[i] - original[i]));
    }
    assertTrue(worst > 0 && worst <= shown.bound(), worst + " within " + shown.bound());
  }

  @Test
  void decodesUnderThePinnedRunToo() {
    workbench.selected().set(FC1);
    runs.pin(runs.all().getFirst());
    bound(0.03);
    assertEquals(0.03, workbench.reconstructing().current().get().bound());
    assertEquals(0.01, workbench.reconstructing().pinned().get().bound());
    workbench.pruning().set(List.of(FC1), 0.5);
    bench.drain();
    var pinned = workbench.reconstructing().pinned().get();
    var now = workbench.reconstructing().current().get();
    assertTrue(pinned.original().nonZeros() > now.original().nonZeros());
  }

  @Test
  void aLockedLayerIsAsItWas() {
    workbench.selected().set(FC1);
    workbench.bounds().lock(FC1, true);
    bench.drain();
    var shown = workbench.reconstructing().current().get();
    assertSame(shown.original(), shown.decoded());
    assertEquals(0, shown.bound());
  }

  @Test
  void anOlderDecodedLayerIsSaidToBeOne() {
    workbench.selected().set(FC1);
    bench.drain();
    workbench.bounds().move(FC1, 0.02);
    assertTrue(workbench.reconstructing().stale().get());
    bench.drain();
    assertEquals(0.02, workbench.reconstructing().current().get().bound());
    assertTrue(!workbench.reconstructing().stale().get());
  }
}
