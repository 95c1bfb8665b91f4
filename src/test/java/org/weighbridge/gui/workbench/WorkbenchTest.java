package org.weighbridge.gui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.Objective;
import org.weighbridge.figure.picture.FigureSize.Width;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import org.weighbridge.gui.notice.Notice;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.io.NetworkFiles;

class WorkbenchTest {
  private static final LayerId FC1 = new LayerId("fc1.weight");
  @TempDir static Path folder;
  static TinyExample example;

  @BeforeAll
  static void make() {
    example = TinyExample.in(folder);
  }

  @Test
  void layersAreThereBeforeTheAccuracy() {
    var bench = new Bench();
    bench.workbench.openModel(example.model(), Optional.of(example.data().toString()));
    while (bench.workbench.subject().get() == null) {
      bench.step();
    }
    assertEquals(2, bench.workbench.subject().get().layers().size());
    assertEquals(FC1, bench.workbench.selected().get());
    assertNull(bench.workbench.evaluation().get());
    bench.drain();
    var accuracy = bench.workbench.evaluation().get().baseline().accuracy();
    assertEquals(TinyExample.TEST, accuracy.samples());
    assertEquals(TinyExample.RIGHT, accuracy.correct());
    bench.rest();
    bench.drain();
    assertTrue(bench.workbench.upToDate());
    assertNull(bench.notices.current().get());
  }

  @Test
  void aSmallNetworkIsAssessedByItself() {
    var bench = Bench.open(example);
    var curves = bench.workbench.assessing().assessment().get().curves();
    assertEquals(2, curves.size());
    curves.forEach(curve -> assertEquals(14, curve.points().size(), curve.layer().name()));
    assertTrue(bench.workbench.prediction().get().complete());
  }

  @Test
  void aMoveIsPredictedAtOnceThenMeasuredThenEncodedAtRest() {
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    var before = workbench.measuring().file().get();
    var predicted = workbench.prediction().get();
    workbench.bounds().move(FC1, 0.15);
    assertTrue(
        workbench.prediction().get().bytes().orElseThrow() < predicted.bytes().orElseThrow());
    assertTrue(workbench.measuredAccuracy().isEmpty());
    bench.drain();
    assertTrue(workbench.measuredAccuracy().isPresent(), "without any quiet");
    assertTrue(workbench.measuredFile().isEmpty());
    assertSame(before, workbench.measuring().file().get());
    bench.rest();
    bench.drain();
    var after = workbench.measuredFile().orElseThrow();
    assertTrue(after.fileBytes() < before.value().fileBytes());
    assertTrue(after.layer(FC1).orElseThrow().maxError() <= 0.15);
  }

  @Test
  void quickMeasurementsEndAndTheNewestIsNext() {
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    workbench.bounds().move(FC1, 0.05);
    var first = workbench.history().get();
    bench.now += 1_000_000;
    workbench.bounds().move(FC1, 0.06);
    bench.now += 1_000_000;
    workbench.bounds().move(FC1, 0.07);
    var newest = workbench.history().get();
    assertEquals(1, measurements(workbench), "nothing queues up");
    while (!workbench.measuring().accuracy().get().configuration().equals(first)) {
      bench.step();
    }
    bench.now += 40_000_000;
    bench.drain();
    var shown = workbench.measuring().accuracy().get();
    assertEquals(newest, shown.configuration());
    assertEquals(40_000_000, shown.nanos(), "waiting for the one before counts");
    assertTrue(workbench.measuring().keepsUp());
    assertTrue(workbench.following());
    workbench.history().settle();
    assertFalse(workbench.following());
  }

  @Test
  void aSlowMeasurementGivesUpForANewerConfiguration() {
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    var before = workbench.measuring().accuracy().get();
    workbench.bounds().move(FC1, 0.05);
    bench.now += Pursuit.PATIENCE_NANOS + 1;
    workbench.bounds().move(FC1, 0.06);
    var shown = new ArrayList<Configuration>();
    workbench.measuring().accuracy().addListener((o, old, now) -> shown.add(now.configuration()));
    assertSame(before, workbench.measuring().accuracy().get());
    bench.drain();
    assertEquals(List.of(workbench.history().get()), shown);
  }

  @Test
  void undoShowsWhatWasMeasuredWithoutMeasuringAgain() {
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    var before = workbench.measuring().file().get();
    var accuracy = workbench.measuring().accuracy().get();
    workbench.bounds().set(FC1, 0.1);
    bench.drain();
    bench.rest();
    bench.drain();
    workbench.history().undo();
    assertSame(before, workbench.measuring().file().get());
    assertSame(accuracy, workbench.measuring().accuracy().get());
    assertTrue(workbench.upToDate());
    assertEquals(0, measurements(workbench));
  }

  /** Views may be decoding a layer meanwhile. */
  private static long measurements(Workbench workbench) {
    return workbench.jobs().running().stream()
        .filter(job -> !job.title().startsWith("Decoding"))
        .count();
  }

  @Test
  void aLockedLayerIsLosslessLeftOutAndGetsItsBoundBack() {
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    workbench.bounds().set(FC1, 0.03);
    workbench.bounds().lock(FC1, true);
    assertTrue(workbench.bounds().locked(FC1));
    bench.drain();
    bench.rest();
    bench.drain();
    assertTrue(workbench.measuredFile().orElseThrow().layer(FC1).isEmpty());
    workbench.optimize(new Objective.LeastSize(2));
    bench.drain();
    var suggestion = workbench.optimizing().suggestion().get();
    assertFalse(suggestion.configuration().settings().containsKey(FC1));
    workbench.bounds().lock(FC1, false);
    assertEquals(0.03, workbench.bounds().place(FC1));
    workbench.history().undo();
    assertTrue(workbench.bounds().locked(FC1), "one step each");
    workbench.history().undo();
    assertEquals(0.03, workbench.bounds().place(FC1));
  }

  @Test
  void boundsStayWithinWhatTheSlidersReach() {
    var workbench = Bench.open(example).workbench;
    var range = workbench.bounds().range(FC1);
    workbench.bounds().set(FC1, 700);
    assertEquals(range.most(), workbench.history().get().place(FC1).orElseThrow());
    workbench.bounds().set(FC1, 1e-9);
    assertEquals(range.least(), workbench.history().get().place(FC1).orElseThrow());
  }

  @Test
  void nothingIsPredictedBeyondTheAssessedBounds() {
    var workbench = Bench.open(example).workbench;
    workbench.bounds().set(FC1, BoundRange.USUAL.most());
    assertTrue(workbench.prediction().get().complete());
    workbench.bounds().set(FC1, 1.01 * BoundRange.USUAL.most());
    assertTrue(workbench.bounds().range(FC1).most() > 1.01 * BoundRange.USUAL.most());
    assertFalse(workbench.prediction().get().complete());
    assertTrue(workbench.prediction().get().layer(FC1).isEmpty());
  }

  @Test
  void pruningMeasuresAnewAndResetGoesBack() {
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    workbench.pruning().set(List.of(FC1), 0.25);
    bench.drain();
    assertEquals(0.75, workbench.subject().get().layer(FC1).orElseThrow().sparsity(), 0.01);
    assertTrue(workbench.evaluation().get().changed());
    assertEquals(TinyExample.RIGHT, workbench.evaluation().get().original().accuracy().correct());
    workbench.pruning().reset();
    bench.drain();
    assertFalse(workbench.evaluation().get().changed());
    assertTrue(workbench.upToDate());
  }

  @Test
  void theOptimizerProposesAndTheUserDecides() {
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    var mine = workbench.history().get();
    workbench.optimize(new Objective.LeastSize(2));
    bench.drain();
    var suggestion = workbench.optimizing().suggestion().get();
    assertTrue(suggestion.measuredLossPoints() <= 2 + 1e-9);
    assertEquals(mine, workbench.history().get());
    workbench.useSuggestion();
    assertEquals(suggestion.configuration(), workbench.history().get());
    bench.rest();
    bench.drain();
    assertEquals(suggestion.fileBytes(), workbench.measuredFile().orElseThrow().fileBytes());
    workbench.history().undo();
    assertEquals(mine, workbench.history().get());
  }

  @Test
  void aCancelledSearchChangesNothing() {
    var bench = Bench.open(example);
    var assessed = bench.workbench.assessing().assessment().get();
    bench.workbench.optimize(new Objective.LeastSize(2));
    bench.workbench.cancelFront();
    bench.drain();
    assertNull(bench.workbench.optimizing().suggestion().get());
    assertNull(bench.workbench.optimizing().running().get());
    assertSame(assessed, bench.workbench.assessing().assessment().get());
    assertNull(bench.notices.current().get());
  }

  @Test
  void whatIsExportedDecodesToWhatWasMeasured() {
    var bench = Bench.open(example);
    var workbench = bench.workbench;
    Path wbz = folder.resolve("out.wbz");
    Path direct = folder.resolve("direct.onnx");
    Path decoded = folder.resolve("decoded.onnx");
    workbench.exportEncoded(wbz);
    workbench.exportDecoded(direct);
    bench.drain();
    assertEquals(Notice.Kind.DONE, bench.notices.current().get().kind());
    workbench.exporting().decode(wbz, decoded);
    bench.drain();
    var measured = NetworkFiles.read(direct);
    var restored = NetworkFiles.read(decoded);
    for (var layer : measured.layers()) {
      assertTrue(
          restored.layer(layer.id()).orElseThrow().weights().sameBits(layer.weights()),
          layer.name());
    }
    workbench.openModel(wbz, Optional.empty());
    bench.drain();
    assertTrue(
        workbench
            .subject()
            .get()
            .network()
            .layers()
            .getFirst()
            .weights()
            .sameBits(measured.layers().getFirst().weights()));
  }

  @Test
  void whatIsExportedKnowsItsPreprocessing() {
    var bench = Bench.open(example);
    var known = ModelSidecar.besideModel(example.model()).orElseThrow().preprocessing();
    Path wbz = folder.resolve("known.wbz");
    Path direct = folder.resolve("known-direct.onnx");
    Path decoded = folder.resolve("known-decoded.onnx");
    bench.workbench.exportEncoded(wbz);
    bench.workbench.exportDecoded(direct);
    bench.drain();
    bench.workbench.exporting().decode(wbz, decoded);
    bench.drain();
    for (Path made : List.of(wbz, direct, decoded)) {
      assertEquals(known, ModelSidecar.besideModel(made).orElseThrow().preprocessing(), "" + made);
    }
  }

  @Test
  void aReportHoldsTheCurvesAndTheTable() throws IOException {
    var bench = Bench.open(example);
    Path report = folder.resolve("report");
    var pictures = new PictureChoice(Set.of(PictureFormat.SVG), List.of(Width.TWO_COLUMNS), 300);
    var said = new ArrayList<String>();
    bench.workbench.report(
        new ReportWish(report, pictures, Optional.of("encode this"), Optional.of("steps:")),
        said::add);
    bench.drain();
    assertTrue(said.getFirst().startsWith("Wrote a report of "), said + "");
    assertEquals("encode this\n", Files.readString(report.resolve("command.txt")));
    assertEquals("steps:", Files.readString(report.resolve("recipe.yaml")).strip());
    assertTrue(Files.exists(report.resolve("figures/accuracy-vs-bound-2col.svg")));
    assertFalse(Files.exists(report.resolve("figures/accuracy-vs-bound-1col.png")));
    assertTrue(Files.exists(report.resolve("index.html")));
  }

  @Test
  void aBrokenFileIsToldInOneSentenceAndChangesNothing() throws IOException {
    var bench = Bench.open(example);
    var subject = bench.workbench.subject().get();
    Path broken = Files.writeString(folder.resolve("broken.onnx"), "this is no model");
    bench.workbench.openModel(broken, Optional.empty());
    bench.drain();
    var notice = bench.notices.current().get();
    assertNotNull(notice);
    assertEquals(Notice.Kind.FAULT, notice.kind());
    assertTrue(notice.sentence().contains("broken.onnx"), notice.sentence());
    assertSame(subject, bench.workbench.subject().get());
  }
}
