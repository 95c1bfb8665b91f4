package org.weighbridge.gui.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.gui.workbench.Region;
import org.weighbridge.network.LayerId;

class FactsViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir static Path folder;
  static TinyExample example;

  @BeforeAll
  static void make() {
    example = TinyExample.in(folder);
  }

  @Test
  void saysWhatWasMeasuredAndNothingOfAnOlderBound() {
    var bench = Bench.open(example);
    var model = new FactsViewModel(bench.workbench);
    bench.rest();
    bench.drain();
    var report = bench.workbench.measuredFile().orElseThrow().layer(FC1).orElseThrow();
    assertEquals("fc1.weight", model.subtitle().get());
    assertTrue(model.facts().get().stream().allMatch(Fact::known), "all is known at rest");
    assertEquals(
        List.of("Weights kept", "Encoded", "Max error / ε", "PSNR", "Decoded check"),
        model.facts().get().stream().map(Fact::name).limit(5).toList());
    assertTrue(fact(model, "Encoded").value().startsWith(Numbers.bytes(report.bytes())));
    assertEquals("matches", fact(model, "Decoded check").value());
    double part = Double.parseDouble(fact(model, "Max error / ε").value());
    assertEquals(report.maxError() / report.bound(), part, 5e-4);
    bench.workbench.bounds().set(FC1, 0.15);
    assertFalse(fact(model, "Encoded").known(), "of the bound before");
    assertFalse(fact(model, "Max error / ε").known(), "of the bound before");
    bench.drain();
    assertTrue(fact(model, "Max error / ε").known(), "decoded at once");
    assertFalse(fact(model, "PSNR").known(), "encoded when the slider rests");
  }

  @Test
  void saysWhatACoderDoesNotPromise() {
    var bench = Bench.open(example);
    var model = new FactsViewModel(bench.workbench);
    bench.workbench.coders().use("bloomier");
    bench.drain();
    bench.rest();
    bench.drain();
    var names = model.facts().get().stream().map(Fact::name).toList();
    assertTrue(names.contains("Max error"), names.toString());
    assertFalse(names.contains("Max error / ε"), names.toString());
    assertEquals("matches", fact(model, "Decoded check").value());
    var decoded = bench.workbench.reconstructing().current().get();
    long filled =
        java.util.stream.IntStream.range(0, decoded.original().values().length)
            .filter(i -> decoded.original().values()[i] == 0 && decoded.decoded().values()[i] != 0)
            .count();
    assertTrue(fact(model, "Zeros").value().startsWith(Numbers.count(filled) + " of "));
    bench.workbench.coders().use("sz");
    bench.drain();
    names = model.facts().get().stream().map(Fact::name).toList();
    assertTrue(names.contains("Max error / ε") && !names.contains("Zeros"), names.toString());
  }

  @Test
  void countsTheRegionApart() {
    var bench = Bench.open(example);
    var model = new FactsViewModel(bench.workbench);
    bench.drain();
    assertTrue(model.facts().get().stream().noneMatch(fact -> fact.name().equals("Region")));
    bench.workbench.region().set(new Region(FC1, 0, 1, 0, 2));
    bench.drain();
    assertEquals("rows 0–1, columns 0–2", fact(model, "Region").value());
    assertTrue(fact(model, "  weights kept").value().endsWith(" of 6"));
  }

  @Test
  void aLockedLayerHasNoError() {
    var bench = Bench.open(example);
    var model = new FactsViewModel(bench.workbench);
    bench.workbench.bounds().lock(FC1, true);
    bench.drain();
    assertEquals("locked: lossless", fact(model, "Coding").value());
    assertEquals("no error", fact(model, "Max error / ε").value());
  }

  private static Fact fact(FactsViewModel model, String name) {
    List<Fact> facts = model.facts().get();
    return facts.stream().filter(fact -> fact.name().equals(name)).findFirst().orElseThrow();
  }
}
