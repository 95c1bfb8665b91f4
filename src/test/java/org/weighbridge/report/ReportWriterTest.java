package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.TestModels;

class ReportWriterTest {
  /** What is drawn quickest: pictures have tests of their own. */
  private static final PictureChoice FEW =
      new PictureChoice(Set.of(PictureFormat.SVG), List.of(FigureSize.Width.ONE_COLUMN), 300);

  private static final PictureChoice PIXELS_TOO =
      new PictureChoice(Set.of(PictureFormat.SVG, PictureFormat.PNG), FEW.widths(), FEW.dpi());

  @TempDir private Path temporary;

  /** The names of all files below a folder, as seen from it. */
  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<Path> write(ReportInput input, Path folder) {
    return ReportWriter.write(input, folder, FEW, Progress.none());
  }

  private static Set<String> expected(
      List<String> texts, List<String> tables, List<String> figures) {
    var expected = new TreeSet<>(texts);
    for (String table : tables) {
      for (String ending : List.of(".csv", ".tex", ".md")) {
        expected.add("tables/" + table + ending);
      }
    }
    for (String figure : figures) {
      for (String ending : List.of("-1col.svg", ".csv")) {
        expected.add("figures/" + figure + ending);
      }
    }
    return expected;
  }

  @Test
  void aFullResultGivesEveryFigureAndTable() throws IOException {
    Path folder = temporary.resolve("deep/report");
    List<Path> written =
        ReportWriter.write(SampleResult.input(), folder, PIXELS_TOO, Progress.none());

    var expected =
        expected(
            List.of(
                "index.html",
                "report.json",
                "config.json",
                "command.txt",
                "recipe.yaml",
                "provenance.json"),
            List.of(
                "summary",
                "paper-layers",
                "paper-methods",
                "layers",
                "assessment",
                "trials",
                "comparison"),
            List.of(
                "layers",
                "accuracy-vs-bound",
                "loss-vs-ratio",
                "predicted-vs-measured",
                "bytes",
                "comparison",
                "mask-fc1.weight",
                "mask-fc2.weight",
                "weights-fc1.weight",
                "weights-fc2.weight",
                "error-fc1.weight",
                "error-fc2.weight"));
    expected.add("figures/layers-1col.png");
    var found = names(folder);
    assertTrue(found.containsAll(expected), expected + " in " + found);
    assertEquals(found.size(), written.size(), "and no temporary file");
    for (Path file : written) {
      assertTrue(Files.size(file) > 0, file + " is empty");
    }
    assertEquals(
        SampleResult.input().encoded().orElseThrow().configuration(),
        ConfigurationFile.read(folder.resolve("config.json")));
  }

  @Test
  void aNetworkAloneGivesItsLayersMasksAndWeights() throws IOException {
    write(ReportInput.of(SampleResult.network()), temporary);

    assertEquals(
        expected(
            List.of("index.html", "report.json"),
            List.of("summary", "paper-methods", "layers"),
            List.of(
                "layers",
                "mask-fc1.weight",
                "mask-fc2.weight",
                "weights-fc1.weight",
                "weights-fc2.weight")),
        names(temporary));
  }

  @Test
  void aDenseLayerHasNoMask() throws IOException {
    write(ReportInput.of(TestModels.mlp(3, 4, 3)), temporary);
    assertFalse(names(temporary).stream().anyMatch(name -> name.contains("mask")));
  }

  @Test
  void whatAnEarlierReportLeftGoesAndOtherFilesStay() throws IOException {
    write(SampleResult.input(), temporary);
    Path mine = Files.writeString(temporary.resolve("figures/mine.txt"), "mine");
    Path notes = Files.writeString(temporary.resolve("notes.txt"), "mine");
    write(ReportInput.of(SampleResult.network()), temporary);

    assertFalse(Files.exists(temporary.resolve("figures/bytes.csv")));
    assertFalse(Files.exists(temporary.resolve("tables/trials.tex")));
    assertTrue(Files.exists(temporary.resolve("figures/mask-fc1.weight.csv")));
    assertTrue(Files.exists(mine) && Files.exists(notes));
  }

  @Test
  void aListThatNamesOtherFilesRemovesNone() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("report/figures")).getParent();
    Path precious = Files.writeString(temporary.resolve("precious.csv"), "mine");
    Path beside = Files.writeString(folder.resolve("thesis.tex"), "mine");
    Files.writeString(
        folder.resolve("report.json"),
        "{\"files\": [\"../precious.csv\", \"figures/../thesis.tex\", \"thesis.tex\", 3, null]}");
    write(ReportInput.of(SampleResult.network()), folder);
    assertTrue(Files.exists(precious) && Files.exists(beside));
  }

  @Test
  void twoRunsWriteTheSameBytes() throws IOException {
    Path first = temporary.resolve("first");
    Path second = temporary.resolve("second");
    write(SampleResult.input(), first);
    write(SampleResult.input(), second);
    for (String name : names(first)) {
      assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderIsRefusedInOneSentence() throws IOException {
    Path file = Files.writeString(temporary.resolve("report"), "mine");
    var fault = assertThrows(Fault.class, () -> write(SampleResult.input(), file));

    assertTrue(fault.sentence().contains(file.toString()), fault.sentence());
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aCancelledReportStops() {
    var cancel = new CancelToken();
    cancel.cancel();
    var progress = new TrackedProgress(cancel, state -> {});
    assertThrows(
        CancellationException.class,
        () -> ReportWriter.write(SampleResult.input(), temporary.resolve("r"), FEW, progress));
    assertFalse(Files.exists(temporary.resolve("r")));
  }

  @Test
  void asksBeforeEveryFileWhetherItIsWanted() {
    Path folder = temporary.resolve("asking");
    var asking = new Asking(folder);
    WorkPool.limited(1, () -> ReportWriter.write(SampleResult.input(), folder, PIXELS_TOO, asking));
    asking.check();
    assertTrue(asking.asked > asking.files, asking.asked + " times");
    assertEquals(1, asking.most, "files between two questions");
  }

  /** Counts how many files come about between two questions; for one thread. */
  private static final class Asking implements Progress {
    private final Path folder;
    private int asked;
    private int files;
    private int most;

    Asking(Path folder) {
      this.folder = folder;
    }

    @Override
    public void check() {
      asked++;
      int now = Files.exists(folder) ? count() : 0;
      most = Math.max(most, now - files);
      files = now;
    }

    private int count() {
      try {
        return ReportWriterTest.names(folder).size();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void begin(String task, long units) {}

    @Override
    public void step(String text) {}

    @Override
    public void worked(long units) {}

    @Override
    public Progress part(long units) {
      return this;
    }
  }
}
