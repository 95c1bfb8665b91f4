package org.weighbridge.gui.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Coding;
import org.weighbridge.gui.workbench.Bench;

class CodingViewModelTest {
  @TempDir Path folder;
  private Bench bench;
  private CodingViewModel model;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    model = new CodingViewModel(bench.workbench);
  }

  @Test
  void everyChoiceIsOneStepThatCanBeUndone() {
    model.effort().set(Effort.MAX);
    model.belowBound().set(BelowBound.KEEP);
    model.codec().set("deepsz");
    model.typeSmallTensors("1e-3");
    assertEquals(
        new Coding("deepsz", Effort.MAX, BelowBound.KEEP, Optional.of(ErrorBound.absolute(1e-3))),
        bench.workbench.coding());
    for (int i = 0; i < 4; i++) {
      bench.workbench.history().undo();
    }
    assertEquals(Coding.DEFAULT, bench.workbench.coding());
    assertEquals(Effort.BALANCED, model.effort().get());
    assertEquals(BelowBound.DROP, model.belowBound().get());
    assertEquals("sz", model.codec().get());
    assertEquals("lossless", model.smallTensors().get());
  }

  @Test
  void optionsExcludeEachOtherInTheirGroupAndCanBeUndone() {
    model.use("codebook");
    var groups = model.coder().options();
    var starts =
        groups.stream().filter(group -> group.contains("random")).findFirst().orElseThrow();
    assertEquals(Optional.of("linear"), model.usual(starts));
    model.choose(starts, "random");
    model.choose(starts, "density");
    assertEquals("codebook+density", model.codec().get());
    model.choose(List.of("best"), "best");
    assertEquals(Set.of("best", "density"), Set.of(model.codec().get().substring(9).split("\\+")));
    bench.workbench.history().undo();
    assertEquals("codebook+density", model.codec().get());
    model.choose(starts, "");
    assertEquals("codebook", model.codec().get());
    bench.rest();
    bench.drain();
    assertEquals(
        "codebook", bench.workbench.runs().all().getLast().configuration().coding().codec());
  }

  @Test
  void aChoiceIsMeasured() {
    var lossless = bench.workbench.measuredFile().orElseThrow();
    model.typeSmallTensors("rel:0,1");
    assertEquals("rel:0.1", model.smallTensors().get());
    assertTrue(bench.workbench.measuredFile().isEmpty());
    bench.rest();
    bench.drain();
    var bounded = bench.workbench.measuredFile().orElseThrow();
    assertTrue(bounded.fileBytes() < lossless.fileBytes(), bounded.toString());
    model.typeSmallTensors("LOSSLESS");
    assertEquals(lossless, bench.workbench.measuredFile().orElseThrow(), "known at once");
  }

  @Test
  void nonsenseGivesWayToWhatHolds() {
    model.typeSmallTensors("0.5");
    model.typeSmallTensors("some");
    assertEquals("0.5", model.smallTensors().get());
    model.typeSmallTensors("psnr:-1");
    assertEquals("0.5", model.smallTensors().get());
    model.typeSmallTensors("");
    assertEquals("lossless", model.smallTensors().get());
  }

  @Test
  void curvesHoldForTheCodingTheyWereAssessedWith() {
    var balanced = bench.workbench.assessing().assessment().get();
    assertNotNull(balanced);
    model.effort().set(Effort.FAST);
    assertNull(bench.workbench.assessing().assessment().get());
    assertNull(bench.workbench.prediction().get());
    bench.rest();
    bench.drain();
    var fast = bench.workbench.assessing().assessment().get();
    assertNotNull(fast, "quick networks are assessed by themselves");
    bench.workbench.history().undo();
    assertSame(balanced, bench.workbench.assessing().assessment().get());
    bench.workbench.history().redo();
    assertSame(fast, bench.workbench.assessing().assessment().get());
  }
}
