package org.weighbridge.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

/**
 * The choice for networks of many layers with 25 assessed points each: losses that grow with the
 * square of the bound, with noise of about a sample in 5,000; expected losses are not whole
 * samples.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BoundOptimizerBenchmark {
  private static final int POINTS = 25;
  private static final int SAMPLES = 10_000;

  @Param({"20", "150"})
  int layers;

  @Param({"counted", "expected"})
  String losses;

  private Assessment assessment;
  private long bytes;

  @Setup
  public void setUp() {
    var random = new Random(1);
    var curves = new ArrayList<LayerCurve>();
    for (int layer = 0; layer < layers; layer++) {
      curves.add(new LayerCurve(new LayerId("layer" + layer), points(random)));
    }
    assessment = new Assessment(new Accuracy(SAMPLES, 9_900, Accuracy.Kind.LABELS), curves, 10_000);
    bytes = BoundOptimizer.leastSize(assessment, 0.3).predictedBytes();
  }

  private List<AssessmentPoint> points(Random random) {
    double knee = Math.pow(10, -2 + random.nextDouble());
    double weights = 1000 * Math.pow(10, 2.5 * random.nextDouble());
    var points = new ArrayList<AssessmentPoint>();
    for (int i = 0; i < POINTS; i++) {
      double bound = knee * Math.pow(10, -1 + 1.5 * i / (POINTS - 1));
      double lost = 0.3 * Math.pow(bound / knee, 2) + 0.02 * random.nextGaussian();
      if (losses.equals("counted")) {
        lost = Math.rint(lost * SAMPLES / 100) * 100 / SAMPLES;
      }
      double bits = Math.max(0.3, Math.log(0.2 / bound) / Math.log(2));
      points.add(
          new AssessmentPoint(
              "sz",
              bound,
              new Accuracy(SAMPLES, 9_900, Accuracy.Kind.LABELS),
              new Loss(lost, 0.01),
              Flips.none(),
              Math.round(weights * bits / 8),
              bound));
    }
    return points;
  }

  @Benchmark
  public Choice leastSize() {
    return BoundOptimizer.leastSize(assessment, 0.3);
  }

  @Benchmark
  public Choice leastLoss() {
    return BoundOptimizer.leastLoss(assessment, bytes);
  }

  @Benchmark
  public Front front() {
    return BoundOptimizer.front(assessment, 2, 200);
  }
}
