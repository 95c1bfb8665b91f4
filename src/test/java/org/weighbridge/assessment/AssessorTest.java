package org.weighbridge.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.assessment.store.Circumstances;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Parameter;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Answers;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Flips;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.NetworkInput;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class AssessorTest {
  private final Network network = network();
  private final SquareLoss evaluator = new SquareLoss(network);
  private final List<Double> heard = new ArrayList<>();

  @Test
  void deepSzFindsTheDecadeAndTestsWithinIt() {
    // a loss of (bound / 0.05)^2 points: 0.04 at 1e-2, 4 at 1e-1
    evaluator.lossAtBound(0.05);
    var curve = assess(AssessmentPlan.DeepSz.upTo(0.3)).curves().getFirst();
    assertEquals(
        List.of(1e-3, 1e-2, 2e-2, 3e-2, 0.1), curve.points().stream().map(p -> p.place()).toList());
    double[] losses = {0, 0.04, 0.16, 0.36, 4};
    for (int i = 0; i < losses.length; i++) {
      assertEquals(losses[i], curve.points().get(i).lossPoints(), 0.02);
    }
  }

  @Test
  void deepSzGoesDownWhereTheFirstBoundHurts() {
    evaluator.lossAtBound(0.00005);
    var curve = assess(AssessmentPlan.DeepSz.upTo(0.3)).curves().getFirst();
    assertEquals(1e-5, curve.points().getFirst().place());
    assertEquals(1e-3, curve.points().getLast().place());
    assertEquals(5, curve.points().size());
  }

  @Test
  void noBoundIsTestedTwiceNorBeyondTheLargestWeight() {
    evaluator.lossAtBound(1e9);
    var curve = assess(AssessmentPlan.DeepSz.upTo(0.3)).curves().getFirst();
    assertEquals(heard.size(), heard.stream().distinct().count());
    assertEquals(curve.points().size(), heard.size());
    assertTrue(curve.points().getLast().place() <= 10, curve.toString());
  }

  @Test
  void aGridTestsItsEndsAndEqualStepsBetween() {
    evaluator.lossAtBound(0.05);
    var points = assess(new AssessmentPlan.LogGrid(1e-4, 1e-1, 4)).curves().getFirst().points();
    assertEquals(4, points.size());
    assertEquals(1e-4, points.getFirst().place());
    assertEquals(1e-3, points.get(1).place(), 1e-12);
    assertEquals(1e-1, points.getLast().place(), 1e-12);
    assertThrows(Fault.class, () -> new AssessmentPlan.LogGrid(1e-2, 1e-3, 4));
  }

  @Test
  void smallerBoundsAreTestedAsLongAsSomethingIsLost() {
    evaluator.lossAtBound(0.01);
    var grid = assess(new AssessmentPlan.LogGrid(1e-2, 1e-1, 2));
    var lower = lower(grid);
    assertEquals(
        List.of(0.0025, 1e-2, 1e-1),
        lower.curves().getFirst().points().stream().map(p -> p.place()).toList());
    assertEquals(0.06, lower.curves().getFirst().points().getFirst().lossPoints(), 0.01);
    evaluator.lossAtBound(1);
    var harmless = assess(new AssessmentPlan.LogGrid(1e-3, 1e-1, 2));
    assertSame(harmless, lower(harmless));
  }

  @Test
  void stepsAreTestedFromWhereTheCoderBegins() {
    evaluator.lossAtBound(1e9);
    assertEquals(List.of(5, 4, 3, 2), bits(), "nothing is lost: no finer ones");
    evaluator.lossAtBound(1e-3);
    var finer = bits();
    assertEquals(8, finer.getFirst());
    assertEquals(5, finer.getLast(), "too much is lost: no coarser ones");
  }

  /** The bits that were tested, from many to few. */
  private List<Integer> bits() {
    var linear = Codecs.byId("linear");
    return new Assessor(linear, Effort.BALANCED, BelowBound.DROP, KnownPoints.none())
            .assess(
                network,
                evaluator,
                network.layers().stream().map(Layer::id).toList(),
                AssessmentPlan.Adaptive.upTo(0.3),
                0,
                (layer, point) -> {},
                Progress.none())
            .curves()
            .getFirst()
            .points()
            .stream()
            .map(point -> (int) ((Parameter) point.setting()).value())
            .toList();
  }

  private Assessment lower(Assessment assessment) {
    return new Assessor(new RoundingCodec(), Effort.BALANCED, BelowBound.DROP, KnownPoints.none())
        .lower(network, evaluator, assessment, (layer, point) -> {}, Progress.none());
  }

  @Test
  void whatWasFoundBeforeACancelIsKept() {
    evaluator.lossAtBound(0.05);
    var cancel = new CancelToken();
    var progress = new TrackedProgress(cancel, state -> {});
    PointListener listener =
        (layer, point) -> {
          heard.add(point.place());
          if (heard.size() == 3) {
            cancel.cancel();
          }
        };
    var assessor =
        new Assessor(new RoundingCodec(), Effort.BALANCED, BelowBound.DROP, KnownPoints.none());
    assertThrows(
        CancellationException.class,
        () ->
            assessor.assess(
                network,
                evaluator,
                List.of(network.layers().getFirst().id()),
                AssessmentPlan.DeepSz.upTo(0.3),
                0,
                listener,
                progress));
    assertEquals(3, heard.size());
  }

  @Test
  void aSecondRunGoesOnWhereACancelledOneEnded(@TempDir Path folder) {
    evaluator.lossAtBound(0.05);
    evaluator.cancelAfter(3);
    assertThrows(CancellationException.class, () -> assess(known(folder, Effort.BALANCED)));
    assertEquals(3, evaluator.measured);
    var rest = assess(known(folder, Effort.BALANCED));
    int all = rest.curves().getFirst().points().size();
    assertEquals(all, evaluator.measured, "no bound is measured twice");
    assertEquals(rest, assess(known(folder, Effort.BALANCED)));
    assertEquals(rest, assess(known(folder, Effort.MAX)), "the effort decides bytes, not losses");
    assertEquals(all, evaluator.measured);
  }

  @Test
  void adaptiveTestsFindTheKneeWithinTheResolution() {
    for (double knee : new double[] {0.0003, 0.004, 0.05, 0.4}) {
      evaluator.lossAtBound(knee); // (bound / knee)^2 points: 0.3 at 0.55 times the knee
      var points = assess(new AssessmentPlan.Adaptive(0.3, 1.2, 30)).curves().getFirst().points();
      var last = points.stream().filter(point -> point.lossPoints() <= 0.3).toList().getLast();
      var first = points.get(points.indexOf(last) + 1);
      assertTrue(first.place() / last.place() < 1.21, points.toString());
      assertTrue(last.lossPoints() > 0.1, points.toString());
      assertTrue(points.getFirst().loss().points() <= points.getFirst().loss().margin());
    }
  }

  @Test
  void adaptiveTestsKeepTheirNumber() {
    evaluator.lossAtBound(0.05);
    for (int tests = 1; tests < 8; tests++) {
      var curve = assess(new AssessmentPlan.Adaptive(0.3, 1.01, tests)).curves().getFirst();
      assertEquals(tests, curve.points().size());
    }
  }

  private static KnownPoints known(Path folder, Effort effort) {
    var digits = DataSets.open("digits", Split.TEST, OptionalInt.of(3));
    var pixels = Preprocessing.unitInterval();
    var circumstances = new Circumstances(network(), digits, pixels, Optional.empty());
    return new PointStore(folder, sentence -> fail(sentence))
        .open(circumstances, new RoundingCodec(), effort, BelowBound.DROP, Progress.none());
  }

  @Test
  void predictionsLieBetweenThePointsAndStopAtTheEnds() {
    evaluator.lossAtBound(0.05);
    var curve = assess(new AssessmentPlan.LogGrid(1e-3, 1e-1, 3)).curves().getFirst();
    assertEquals(curve.points().get(1).lossPoints(), CurveModel.lossAt(curve, 1e-2), 1e-9);
    double between = CurveModel.lossAt(curve, Math.sqrt(1e-2 * 1e-1));
    assertEquals((0.04 + 4) / 2, between, 0.02);
    assertEquals(4, CurveModel.lossAt(curve, 5), 0.02);
    assertEquals(curve.points().getFirst().bytes(), CurveModel.bytesAt(curve, 1e-9));
    var empty = new LayerCurve(new LayerId("x"), List.of());
    assertTrue(Double.isNaN(CurveModel.lossAt(empty, 1)));
    assertEquals(-1, CurveModel.bytesAt(empty, 1));
  }

  private Assessment assess(AssessmentPlan plan) {
    return assess(plan, KnownPoints.none());
  }

  private Assessment assess(KnownPoints known) {
    return assess(AssessmentPlan.DeepSz.upTo(0.3), known);
  }

  private Assessment assess(AssessmentPlan plan, KnownPoints known) {
    return new Assessor(new RoundingCodec(), Effort.BALANCED, BelowBound.DROP, known)
        .assess(
            network,
            evaluator,
            List.of(network.layers().getFirst().id()),
            plan,
            0,
            (layer, point) -> heard.add(point.place()),
            Progress.none());
  }

  private static Network network() {
    var random = new Random(1);
    var values = new float[64];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    var layer = new Layer(new LayerId("w"), "Gemm", new Tensor(Shape.of(8, 8), values), 0);
    var input = new NetworkInput("x", List.of(-1, 8));
    return new Network(
        "tiny", ModelProto.getDefaultInstance(), List.of(layer), List.of(), input, "y", 64, "0");
  }

  /** Loses (bound / reference)^2 points, read off the reconstructed weights themselves. */
  private static final class SquareLoss implements Evaluator {
    private static final int SAMPLES = 10_000;
    private final float[] original;
    private double reference = 1;
    private int measured;
    private int cancelAfter = -1;

    SquareLoss(Network network) {
      original = network.layers().getFirst().weights().values();
    }

    void lossAtBound(double bound) {
      reference = bound;
    }

    /** The one after so many measurements is cancelled, once. */
    void cancelAfter(int measurements) {
      cancelAfter = measurements;
    }

    @Override
    public Evaluation baseline(Progress progress) {
      return evaluation(9900);
    }

    @Override
    public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
      if (measured == cancelAfter) {
        cancelAfter = -1;
        throw new CancellationException("cancelled");
      }
      measured++;
      double error = 0;
      var values = replaced.get(new LayerId("w")).values();
      for (int i = 0; i < values.length; i++) {
        error = Math.max(error, Math.abs((double) values[i] - original[i]));
      }
      double points = Math.min(99, Math.pow(error / (RoundingCodec.SHARE * reference), 2));
      return evaluation((int) Math.round(9900 - points * SAMPLES / 100));
    }

    private static Evaluation evaluation(int correct) {
      var accuracy = new Accuracy(SAMPLES, correct, Accuracy.Kind.LABELS);
      return new Evaluation(accuracy, new Flips(9900 - correct, 0), Answers.ofSize(0), 0);
    }

    @Override
    public int samples() {
      return SAMPLES;
    }

    @Override
    public void close() {}
  }
}
