package org.weighbridge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.experiment.ConfigurationFile;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.network.TestModels;

class ReportWriterTest {
  @TempDir private Path temporary;

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void aFullResultGivesEveryFigureAndTable() throws IOException {
    Path folder = temporary.resolve("deep/report");
    List<Path> written = ReportWriter.write(SampleResult.input(), folder, Progress.none());

    var expected = new TreeSet<>(Set.of("layers.txt", "layers.csv", "assessment.csv"));
    expected.addAll(Set.of("report.json", "config.json", "command.txt"));
    for (String figure :
        List.of(
            "accuracy-vs-bound",
            "loss-vs-ratio",
            "bytes",
            "mask-fc1.weight",
            "mask-fc2.weight",
            "weights-fc1.weight",
            "weights-fc2.weight",
            "error-fc1.weight",
            "error-fc2.weight")) {
      expected.add(figure + ".png");
      expected.add(figure + ".csv");
    }
    assertEquals(expected, names(folder), "and no temporary file");
    assertEquals(expected.size(), written.size());
    for (Path file : written) {
      assertTrue(Files.size(file) > 0, file + " is empty");
      if (file.toString().endsWith(".png")) {
        int width = ImageIO.read(file.toFile()).getWidth();
        assertTrue(width == 992 || width == 2055, file + " is " + width + " wide");
      }
    }
    assertEquals(
        SampleResult.input().encoded().orElseThrow().configuration(),
        ConfigurationFile.read(folder.resolve("config.json")));
  }

  @Test
  void aNetworkAloneGivesItsLayersMasksAndWeights() throws IOException {
    ReportWriter.write(ReportInput.of(SampleResult.network()), temporary, Progress.none());

    assertEquals(
        Set.of(
            "layers.txt",
            "layers.csv",
            "report.json",
            "mask-fc1.weight.png",
            "mask-fc1.weight.csv",
            "mask-fc2.weight.png",
            "mask-fc2.weight.csv",
            "weights-fc1.weight.png",
            "weights-fc1.weight.csv",
            "weights-fc2.weight.png",
            "weights-fc2.weight.csv"),
        names(temporary));
  }

  @Test
  void aDenseLayerHasNoMask() throws IOException {
    ReportWriter.write(ReportInput.of(TestModels.mlp(3, 4, 3)), temporary, Progress.none());
    assertEquals(
        Set.of(
            "layers.txt",
            "layers.csv",
            "report.json",
            "weights-fc1.weight.png",
            "weights-fc1.weight.csv"),
        names(temporary));
  }

  @Test
  void twoRunsWriteTheSameBytes() throws IOException {
    Path first = temporary.resolve("first");
    Path second = temporary.resolve("second");
    ReportWriter.write(SampleResult.input(), first, Progress.none());
    ReportWriter.write(SampleResult.input(), second, Progress.none());
    for (String name : names(first)) {
      assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderIsRefusedInOneSentence() throws IOException {
    Path file = Files.writeString(temporary.resolve("report"), "mine");
    var fault =
        assertThrows(
            Fault.class, () -> ReportWriter.write(SampleResult.input(), file, Progress.none()));

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
        () -> ReportWriter.write(SampleResult.input(), temporary.resolve("r"), progress));
    assertFalse(Files.exists(temporary.resolve("r")));
  }
}
