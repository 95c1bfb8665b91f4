package org.weighbridge.gui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.Parameter;
import org.weighbridge.network.LayerId;

class CodersTest {
  @TempDir Path folder;
  private Bench bench;
  private Workbench workbench;
  private LayerId first;
  private LayerId second;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    workbench = bench.workbench;
    var layers = workbench.subject().get().layers();
    first = layers.get(0).id();
    second = layers.get(1).id();
  }

  @Test
  void everyCoderFindsALayerAsItWasLeft() {
    workbench.bounds().set(first, 2e-2);
    workbench.coders().use("linear");
    assertEquals(Optional.of(Codecs.byId("linear").axis().start()), workbench.bounds().of(first));
    workbench.bounds().set(first, Math.scalb(1.0, -4));
    assertEquals(Optional.of(Parameter.bits(4)), workbench.bounds().of(first));
    workbench.coders().use("sz");
    assertEquals(Optional.of(ErrorBound.absolute(2e-2)), workbench.bounds().of(first));
    workbench.coders().use("linear+channel");
    assertEquals(
        Optional.of(Parameter.bits(4)), workbench.bounds().of(first), "options share a memory");
    workbench.history().undo();
    assertEquals("sz", workbench.coding().codec());
    assertEquals(Optional.of(ErrorBound.absolute(2e-2)), workbench.bounds().of(first));
  }

  @Test
  void bitsAndBoundsAreAssessedAndPredicted() {
    workbench.coders().use("linear");
    bench.rest();
    bench.drain();
    var curve = workbench.assessing().assessment().get().curve(first).orElseThrow();
    assertTrue(curve.points().stream().allMatch(point -> point.coder().equals("linear")));
    assertTrue(workbench.prediction().get().complete());
    assertNotNull(workbench.measuredAccuracy().orElseThrow());
  }

  @Test
  void oneLayerMayHaveACoderOfItsOwn() {
    workbench.selected().set(first);
    workbench.coders().use(first, "linear");
    assertTrue(workbench.history().get().mixed());
    assertEquals("linear", workbench.coders().of(first).id());
    assertEquals("sz", workbench.coders().of(second).id());
    assertEquals("linear", workbench.assessing().shown().codec());
    bench.rest();
    bench.drain();
    var own = workbench.prediction().get().layer(first).orElseThrow();
    var curve = workbench.assessing().assessment().get().curve(first).orElseThrow();
    double place = workbench.bounds().place(first);
    var point = curve.points().stream().filter(p -> p.place() == place).findFirst().orElseThrow();
    assertEquals(point.lossPoints(), own.lossPoints(), 1e-9, "by the curve of its own coder");
    assertTrue(workbench.prediction().get().complete());
    workbench.selected().set(second);
    assertEquals("sz", workbench.assessing().shown().codec());
    workbench.coders().use("sz");
    assertFalse(workbench.history().get().mixed(), "one coder for all");
    workbench.history().undo();
    assertEquals("linear", workbench.coders().of(first).id());
  }

  @Test
  void linkedStepsGoAsFarAsTheFirst() {
    workbench.coders().use("linear");
    workbench.bounds().set(first, Math.scalb(1.0, -6));
    workbench.bounds().set(second, Math.scalb(1.0, -4));
    workbench.bounds().linked().set(true);
    workbench.bounds().set(first, Math.scalb(1.0, -5));
    assertEquals(Optional.of(Parameter.bits(5)), workbench.bounds().of(first));
    assertEquals(Optional.of(Parameter.bits(3)), workbench.bounds().of(second));
    workbench.bounds().set(first, Math.scalb(1.0, -2));
    assertEquals(Optional.of(Parameter.bits(2)), workbench.bounds().of(second), "the end holds");
  }

  @Test
  void aModelOpensUnderTheCoderThatIsChosen() {
    workbench.coders().use("linear");
    var example = TinyExample.in(folder);
    workbench.openModel(example.model(), Optional.of(example.data().toString()));
    bench.drain();
    assertEquals("linear", workbench.coding().codec());
    assertEquals(Optional.of(Codecs.byId("linear").axis().start()), workbench.bounds().of(first));
    assertTrue(workbench.measuredFile().isPresent());
  }
}
