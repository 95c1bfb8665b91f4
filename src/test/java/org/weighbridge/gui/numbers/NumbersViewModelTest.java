package org.weighbridge.gui.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.network.LayerId;

class NumbersViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir Path folder;

  @Test
  void predictedMeasuredAndStaleAreToldApartInWords() {
    var bench = Bench.open(TinyExample.in(folder));
    var numbers = new NumbersViewModel(bench.workbench);
    assertEquals(Reading.State.MEASURED, numbers.ratio().get().state());

    bench.workbench.bounds().set(FC1, 0.1);
    assertEquals(Reading.State.PREDICTED, numbers.ratio().get().state());
    assertTrue(numbers.size().get().detail().contains("predicted"));
    assertTrue(numbers.top1().get().detail().contains("predicted"));
    assertEquals(Reading.State.STALE, numbers.error().get().state());
    assertTrue(numbers.error().get().detail().contains("stale"));

    bench.drain();
    bench.rest();
    bench.drain();
    assertEquals(Reading.State.MEASURED, numbers.ratio().get().state());
    assertEquals("bound holds", numbers.error().get().detail());
  }

  @Test
  void withoutABoundTheErrorItselfIsTold() {
    var bench = Bench.open(TinyExample.in(folder));
    var numbers = new NumbersViewModel(bench.workbench);
    assertEquals("Max |Δw| / ε", numbers.errorName().get());
    bench.workbench.runs().pin(bench.workbench.runs().all().getFirst());
    bench.workbench.coders().use("linear");
    assertEquals("Max |Δw| / ε", numbers.errorName().get(), "of the file that is still shown");
    bench.drain();
    bench.rest();
    bench.drain();
    assertEquals("Max |Δw|", numbers.errorName().get());
    double largest =
        bench.workbench.measuredFile().orElseThrow().layers().stream()
            .mapToDouble(layer -> layer.maxError())
            .max()
            .orElseThrow();
    assertEquals(String.valueOf(largest), numbers.error().get().exact());
    assertEquals("reached, not asked", numbers.error().get().detail());
    assertTrue(numbers.error().get().more().startsWith("Max |Δw| / ε "), "the pinned run's");
  }

  @Test
  void aLossAboveTheBudgetIsCalledSo() {
    var bench = Bench.open(TinyExample.in(folder));
    var numbers = new NumbersViewModel(bench.workbench);
    bench.workbench.lossBudget().set(0.01);
    bench.workbench.bounds().set(FC1, 0.2);
    bench.workbench.bounds().set(new LayerId("fc2.weight"), 0.2);
    bench.drain();
    bench.rest();
    bench.drain();
    var top1 = numbers.top1().get();
    assertEquals(Reading.State.OVER_BUDGET, top1.state());
    assertTrue(top1.detail().startsWith("over by "), top1.detail());
  }

  @Test
  void numbersAreComparedWithThePinnedRun() {
    var bench = Bench.open(TinyExample.in(folder));
    var numbers = new NumbersViewModel(bench.workbench);
    var runs = bench.workbench.runs();
    runs.pin(runs.all().getFirst());
    assertFalse(numbers.ratio().get().detail().contains("vs run"), "not with itself");
    bench.workbench.bounds().set(FC1, 0.1);
    assertTrue(
        numbers.ratio().get().detail().matches("predicted, \\+.*×"),
        numbers.ratio().get().detail());
    assertTrue(numbers.ratio().get().more().endsWith("× vs run 1"));
    bench.drain();
    bench.rest();
    bench.drain();
    assertTrue(
        numbers.size().get().detail().matches("-.* vs run 1"), numbers.size().get().detail());
    assertTrue(numbers.encode().get().detail().endsWith("vs run 1"));
    assertTrue(numbers.error().get().more().endsWith(" in run 1"));
    runs.unpin();
    assertFalse(numbers.size().get().detail().contains("vs run"));
  }

  @Test
  void whatIsCopiedHasFullPrecision() {
    var bench = Bench.open(TinyExample.in(folder));
    var numbers = new NumbersViewModel(bench.workbench);
    var file = bench.workbench.measuredFile().orElseThrow();
    assertEquals(String.valueOf(file.ratio()), numbers.ratio().get().exact());
    assertEquals(String.valueOf(file.fileBytes()), numbers.size().get().exact());
    assertEquals("bytes", numbers.size().get().unit());
    bench.workbench.bounds().set(FC1, 0.1);
    assertEquals(
        String.valueOf(file.worstErrorToBound()),
        numbers.error().get().exact(),
        "of the older configuration, and called so");
    assertEquals(Reading.State.STALE, numbers.error().get().state());
  }

  @Test
  void withoutAModelThereAreNoNumbers() {
    var numbers = new NumbersViewModel(new Bench().workbench);
    assertEquals("no model", numbers.ratio().get().detail());
  }
}
