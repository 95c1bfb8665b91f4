package org.weighbridge.gui.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.gui.workbench.Region;
import org.weighbridge.network.LayerId;

class WeightsViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir static Path folder;
  static TinyExample example;

  @BeforeAll
  static void make() {
    example = TinyExample.in(folder);
  }

  @Test
  void barsFollowRegionAndZerosAndTheDecodedWeights() {
    var bench = Bench.open(example);
    var model = new WeightsViewModel(bench.workbench);
    bench.drain();
    var layer = bench.workbench.selectedLayer().orElseThrow();
    assertEquals(layer.kept(), model.bars().get().original().total());
    assertTrue(model.bars().get().decoded().isPresent());
    assertEquals("kept only, fc1.weight", model.subtitle().get());
    model.keptOnly().set(false);
    bench.drain();
    assertEquals(layer.weights(), model.bars().get().original().total());
    bench.workbench.region().set(new Region(FC1, 0, 0, 0, 1));
    bench.drain();
    assertEquals(2, model.bars().get().original().total());
    assertEquals("all in rows 0–0, columns 0–1, fc1.weight", model.subtitle().get());
    bench.workbench.bounds().move(FC1, 0.15);
    assertTrue(model.subtitle().get().endsWith("decoding…"), "the outline is of the bound before");
    bench.drain();
    assertEquals("all in rows 0–0, columns 0–1, fc1.weight", model.subtitle().get());
  }

  @Test
  void theMaskShowsWhatIsDecodedOfTheseWeightsAlone() {
    var bench = Bench.open(example);
    var model = new MaskViewModel(bench.workbench);
    bench.drain();
    var alone = model.pictures().get();
    assertNotNull(alone.current().decoded());
    assertNull(alone.beside());
    bench.rest();
    bench.drain();
    bench.workbench.runs().pin(bench.workbench.runs().all().getLast());
    bench.drain();
    assertTrue(model.comparable().get());
    var two = model.pictures().get();
    assertTrue(two.current().asDecoded());
    assertTrue(two.beside().caption().startsWith("run 1: SZ"), two.beside().caption());
    assertNotNull(two.beside().decoded());
    model.compare().set(false);
    assertNull(model.pictures().get().beside());
    model.brush(0, 1, 0, 1);
    assertEquals(new Region(FC1, 0, 1, 0, 1), bench.workbench.region().get());
    assertTrue(model.details().get().contains("rows 0–1"), model.details().get());
  }

  @Test
  void theMaskShowsTheRivalThatErrorsAreComparedWith() {
    var bench = Bench.open(example);
    var model = new MaskViewModel(bench.workbench);
    settle(bench);
    var beside = bench.workbench.beside();
    assertNull(beside.rival().get(), "nobody looks at it");
    assertTrue(model.comparable().get());
    beside.coder().set("linear");
    model.compare().set(true);
    settle(bench);
    var rival = beside.rival().get();
    var two = model.pictures().get();
    assertTrue(two.current().caption().startsWith("SZ"), two.current().caption());
    assertTrue(two.beside().caption().startsWith("Linear"), two.beside().caption());
    assertTrue(two.beside().caption().endsWith("bits"), two.beside().caption());
    assertTrue(two.current().asDecoded() && two.beside().asDecoded());
    assertSame(rival.coded().decoded(), two.beside().decoded());
    assertEquals(
        bench.workbench.measuredFile().orElseThrow().layer(FC1).orElseThrow().bytes(),
        rival.nearest());
    bench.workbench.runs().pin(bench.workbench.runs().all().getLast());
    settle(bench);
    assertTrue(model.pictures().get().beside().caption().startsWith("run"));
    bench.workbench.runs().unpin();
    assertNull(model.pictures().get().beside());
  }

  private static void settle(Bench bench) {
    bench.drain();
    bench.rest();
    bench.drain();
  }
}
