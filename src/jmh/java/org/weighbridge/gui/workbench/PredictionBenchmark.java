package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
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
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.network.LayerId;

/** What a frame of a drag predicts: loss and size of all layers from curves of 14 points. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PredictionBenchmark {
  @Param({"3", "20", "150"})
  public int layers;

  private Assessment assessment;
  private Configuration configuration;

  @Setup
  public void assess() {
    var accuracy = new Accuracy(10_000, 9_900, Accuracy.Kind.LABELS);
    List<LayerCurve> curves = new ArrayList<>();
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    for (int i = 0; i < layers; i++) {
      var layer = new LayerId("layer" + i + ".weight");
      List<AssessmentPoint> points = new ArrayList<>();
      for (int k = 0; k < 14; k++) {
        double bound = 1e-4 * Math.pow(2000, k / 13.0);
        points.add(
            new AssessmentPoint(
                "sz",
                bound,
                accuracy,
                new Loss(0.01 * k, 0.01),
                Flips.none(),
                1000 - 10 * k,
                bound));
      }
      curves.add(new LayerCurve(layer, points));
      bounds.put(layer, ErrorBound.absolute(1e-2));
    }
    assessment = new Assessment(accuracy, curves, 500);
    configuration = new Configuration(Coding.DEFAULT, bounds);
  }

  @Benchmark
  public Object predict() {
    return Prediction.of(assessment, configuration, OptionalLong.of(500));
  }
}
