package org.weighbridge.gui.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.gui.error.ErrorViewModel.Beside;
import org.weighbridge.gui.workbench.Bench;
import org.weighbridge.network.LayerId;

class ErrorViewModelTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir Path folder;
  private Bench bench;
  private ErrorViewModel model;

  @BeforeEach
  void open() {
    bench = Bench.open(TinyExample.in(folder));
    bench.workbench.selected().set(FC1);
    model = new ErrorViewModel(bench.workbench);
    settle();
  }

  private void settle() {
    bench.drain();
    bench.rest();
    bench.drain();
  }

  private ErrorPicture picture() {
    return Objects.requireNonNull(model.picture().get());
  }

  @Test
  void theCurrentCodingKeepsItsBound() {
    assertEquals(FC1.name(), picture().layer());
    assertEquals(0, picture().current().outside());
    assertTrue(picture().current().maxError() <= picture().bins().bound());
    assertTrue(picture().current().maxError() > 0);
  }

  @Test
  void aCodebookIsBesideUntilARunIsPinned() {
    var codebook = Objects.requireNonNull(picture().beside());
    assertTrue(codebook.name().startsWith("Codebook"), codebook.name());
    bench.workbench.runs().pin(bench.workbench.runs().all().getFirst());
    bench.workbench.bounds().set(FC1, 0.1);
    settle();
    var pinned = Objects.requireNonNull(picture().beside());
    assertTrue(pinned.name().startsWith("pinned"), pinned.name());
    assertTrue(pinned.maxError() < picture().current().maxError());
    bench.workbench.runs().unpin();
    assertEquals(Beside.CODER, model.beside().get());
  }

  @Test
  void anyCoderIsComparedAtAboutTheSameSize() {
    bench.workbench.beside().coder().set("linear");
    settle();
    var linear = Objects.requireNonNull(picture().beside());
    assertTrue(linear.name().startsWith("Linear"), linear.name());
    assertTrue(linear.name().endsWith("bits"), linear.name());
    bench.workbench.coders().use("linear");
    settle();
    assertTrue(picture().current().name().startsWith("Linear"), picture().current().name());
    assertTrue(
        Objects.requireNonNull(picture().beside()).name().startsWith("Codebook"),
        "no coder is beside itself");
  }

  @Test
  void pointsShowTheStaircaseOfFewValues() {
    bench.workbench.coders().use("linear");
    bench.workbench.bounds().set(FC1, 0.25); // two bits
    settle();
    var side = picture().current();
    assertEquals(side.original().length, side.decoded().length);
    var steps = new java.util.TreeSet<Float>();
    for (float value : side.decoded()) {
      steps.add(value);
    }
    assertTrue(steps.size() <= 4, steps.toString());
    model.beside().set(Beside.NOTHING);
    settle();
    assertNull(picture().beside());
  }

  @Test
  void oldErrorsAreCalledSo() {
    assertFalse(model.subtitle().get().contains("stale"));
    bench.workbench.bounds().set(FC1, 0.1);
    assertTrue(model.subtitle().get().contains("stale"), model.subtitle().get());
    settle();
    assertFalse(model.subtitle().get().contains("stale"));
    assertEquals(0.1, picture().bins().bound());
  }

  @Test
  void aLockedLayerHasNoErrors() {
    bench.workbench.bounds().lock(FC1, true);
    settle();
    assertNull(model.picture().get());
    assertTrue(model.obstacle().get().contains("locked"), model.obstacle().get());
    assertTrue(model.histogramFigure().isEmpty());
  }

  @Test
  void theFiguresHaveAllBinsAndPointsOfBothSides() {
    var histogram = (HistogramFigure) model.histogramFigure().orElseThrow().figure();
    var picture = picture();
    assertEquals(picture.sides().size(), histogram.histograms().size());
    for (int side = 0; side < picture.sides().size(); side++) {
      var drawn = histogram.histograms().get(side);
      assertEquals(picture.sides().get(side).name(), drawn.name());
      for (int bin = 0; bin < picture.bins().count(); bin++) {
        assertEquals((long) picture.sides().get(side).counts()[bin], drawn.counts().get(bin));
        assertEquals(picture.bins().edges()[bin], drawn.edge(bin), 1e-12);
      }
    }
    var points = model.pointsFigure().orElseThrow().figure().data().rows();
    assertEquals(
        picture.sides().stream().mapToInt(side -> side.original().length).sum(), points.size());
    assertEquals(
        (double) picture.current().original()[0], Double.parseDouble(points.get(0).get(1)));
    assertEquals((double) picture.current().decoded()[0], Double.parseDouble(points.get(0).get(2)));
  }
}
