package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.store.Circumstances;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.cli.TinyExample;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Promise;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.ModelSidecar;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Answers;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Evaluators;
import org.weighbridge.inference.Flips;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Tensor;

class ComparisonTest {
  private static final Coding CODING = Coding.DEFAULT.withEffort(Effort.FAST);

  @TempDir private static Path folder;
  private static TinyExample tiny;
  private static Network network;
  private static Preprocessing preprocessing;
  private final List<ComparedCoder> heard = new ArrayList<>();

  @BeforeAll
  static void makeExample() {
    tiny = TinyExample.in(folder);
    network = NetworkFiles.read(tiny.model());
    preprocessing = ModelSidecar.besideModel(tiny.model()).orElseThrow().preprocessing();
  }

  @Test
  void everyCoderIsMeasuredOnItsOwnFile() {
    var rows = compare(List.of("sz", "deepsz", "linear+channel", "zstd"), true, 3);
    assertEquals(
        List.of("sz", "deepsz", "linear+channel", "zstd", "mixed"),
        rows.stream().map(ComparedCoder::coder).toList());
    assertEquals(rows, heard);
    for (var row : rows) {
      assertEquals(ComparedCoder.Verdict.REACHED, row.verdict(), row.toString());
      var file = row.file().orElseThrow();
      double ratio = (double) network.originalBytes() / file.file().fileBytes();
      assertEquals(ratio, file.file().ratio());
      assertEquals(TinyExample.RIGHT, file.before().correct());
      var flips = file.after().flips();
      assertEquals(0.5 * (flips.broken() - flips.mended()), file.lossPoints(), 1e-9);
      assertTrue(file.chosenLoss().points() <= 3, row.toString());
      long alone =
          file.leftAlone().stream()
              .mapToLong(layer -> network.layer(layer).orElseThrow().weights().size())
              .sum();
      long coded = file.file().layers().stream().mapToLong(LayerReport::bytes).sum();
      long bytes = coded + 4 * alone;
      long weights = alone + file.file().layers().stream().mapToLong(LayerReport::weights).sum();
      assertEquals(4.0 * weights / bytes, file.ratioFullyConnected(), 1e-9);
      assertEquals(8.0 * bytes / weights, file.bitsPerKept(), 1e-9);
      assertTrue(file.throughput().encodeMBps() > 0 && file.throughput().decodeMBps() > 0);
    }
    var exact = rows.get(3).file().orElseThrow();
    assertEquals(0, exact.maxError());
    assertEquals(0, exact.lossPoints());
    assertEquals(Promise.BOUND, rows.get(0).file().orElseThrow().promise());
    assertTrue(rows.get(4).assessment().isEmpty());
    long best = rows.subList(0, 4).stream().mapToLong(ComparisonTest::bytes).min().orElseThrow();
    assertTrue(bytes(rows.get(4)) <= best + 32, bytes(rows.get(4)) + " and " + best);
  }

  @Test
  void aSearchAloneWouldNotHaveDoneBetter() {
    double budget = 3;
    try (var samples = samples()) {
      var search =
          new ConfigurationSearch(
              network,
              samples.evaluator(),
              CODING,
              new ModelEncoder(),
              samples.known(PointStore.off(), CODING, Progress.none()),
              trial -> {});
      var assessment =
          search.assess(layers(), plan(budget).tests(), (layer, point) -> {}, Progress.none());
      var alone =
          search.choose(
              assessment, new Objective.LeastSize(budget), (layer, point) -> {}, Progress.none());
      var compared = compare(List.of("sz"), false, budget).getFirst();
      assertTrue(bytes(compared) <= alone.model().fileBytes() + 32, compared.toString());
    }
  }

  @Test
  void whatIsOutOfReachSaysSoAndLeavesTheOthersAlone() {
    var rows = compare(List.of("bf16", "zstd", "nothing", "deflate"), true, 1, new Spotless());
    assertEquals(
        List.of(
            ComparedCoder.Verdict.OUT_OF_REACH,
            ComparedCoder.Verdict.REACHED,
            ComparedCoder.Verdict.FAILED,
            ComparedCoder.Verdict.REACHED,
            ComparedCoder.Verdict.REACHED),
        rows.stream().map(ComparedCoder::verdict).toList());
    var coarse = rows.getFirst();
    assertTrue(coarse.note().contains("no setting keeps the loss within 1.00 pp"), coarse.note());
    assertFalse(coarse.within(1));
    assertEquals(5, coarse.file().orElseThrow().lossPoints());
    assertEquals(
        layers(),
        coarse.file().orElseThrow().file().layers().stream().map(LayerReport::layer).toList());
    assertTrue(rows.get(2).note().contains("There is no codec \"nothing\""), rows.get(2).note());
    assertTrue(rows.get(2).file().isEmpty());
    for (var layer : layers()) {
      var coder = rows.get(4).file().orElseThrow().configuration().coder(layer);
      assertNotEquals("bf16", coder);
    }
  }

  @Test
  void aCancelKeepsTheRowsThatAreThere() {
    var cancel = new CancelToken();
    var progress = new TrackedProgress(cancel, state -> {});
    try (var samples = samples();
        var reported = Evaluators.open(network, dataset(Split.TEST), preprocessing)) {
      var comparison = new Comparison(plan(3), samples, reported, PointStore.off());
      assertThrows(
          CancellationException.class,
          () ->
              comparison.measure(
                  List.of("deepsz", "sz"),
                  false,
                  row -> {
                    heard.add(row);
                    cancel.cancel();
                  },
                  (layer, point) -> {},
                  progress));
    }
    assertEquals(List.of("deepsz"), heard.stream().map(ComparedCoder::coder).toList());
  }

  @Test
  void whatWasFinishedIsNotRepeated() {
    var whole = compare(List.of("deepsz", "sz"), true, 3);
    heard.clear();
    try (var samples = samples();
        var reported = Evaluators.open(network, dataset(Split.TEST), preprocessing)) {
      var again =
          new Comparison(plan(3), samples, reported, PointStore.off())
              .goingOnFrom(whole.subList(0, 2))
              .measure(
                  List.of("deepsz", "sz"),
                  true,
                  heard::add,
                  (layer, point) -> fail("measured again: " + point),
                  Progress.none());
      assertEquals(again, heard);
      assertSame(whole.get(0), again.get(0));
      assertSame(whole.get(1), again.get(1));
      assertEquals(whole.get(2).chosen(), again.get(2).chosen());
      assertEquals(bytes(whole.get(2)), bytes(again.get(2)));
    }
  }

  private static long bytes(ComparedCoder row) {
    return row.file().orElseThrow().file().fileBytes();
  }

  private static List<LayerId> layers() {
    return network.layers().stream().map(Layer::id).toList();
  }

  private static ComparisonPlan plan(double budget) {
    return new ComparisonPlan(
        network, layers(), CODING, AssessmentPlan.Adaptive.upTo(budget), budget);
  }

  private static Dataset dataset(Split split) {
    return DataSets.open(tiny.data().toString(), split, OptionalInt.empty());
  }

  private static ChoiceSamples samples() {
    return ChoiceSamples.asTheyAre(
        network, dataset(Split.VALIDATION), preprocessing, Progress.none());
  }

  private List<ComparedCoder> compare(List<String> coders, boolean mixed, double budget) {
    try (var samples = samples();
        var reported = Evaluators.open(network, dataset(Split.TEST), preprocessing)) {
      return compare(coders, mixed, budget, samples, reported);
    }
  }

  private List<ComparedCoder> compare(
      List<String> coders, boolean mixed, double budget, Evaluator evaluator) {
    var circumstances =
        new Circumstances(network, dataset(Split.VALIDATION), preprocessing, Optional.empty());
    var plain = evaluator.baseline(Progress.none()).accuracy();
    var samples = new ChoiceSamples(evaluator, plain, Optional.empty(), circumstances);
    return compare(coders, mixed, budget, samples, evaluator);
  }

  private List<ComparedCoder> compare(
      List<String> coders,
      boolean mixed,
      double budget,
      ChoiceSamples samples,
      Evaluator reported) {
    var comparison = new Comparison(plan(budget), samples, reported, PointStore.off());
    return comparison.measure(coders, mixed, heard::add, (layer, point) -> {}, Progress.none());
  }

  /** Loses 5 points as soon as any weight is another one. */
  private static final class Spotless implements Evaluator {
    private static final int SAMPLES = 1000;

    @Override
    public Evaluation baseline(Progress progress) {
      return evaluation(0);
    }

    @Override
    public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
      boolean same =
          replaced.entrySet().stream()
              .allMatch(e -> e.getValue().sameBits(network.tensors().get(e.getKey())));
      return evaluation(same ? 0 : 50);
    }

    private static Evaluation evaluation(int lost) {
      var accuracy = new Accuracy(SAMPLES, 980 - lost, Accuracy.Kind.LABELS);
      return new Evaluation(accuracy, new Flips(lost, 0), Answers.ofSize(0), 0);
    }

    @Override
    public int samples() {
      return SAMPLES;
    }

    @Override
    public void close() {}
  }
}
