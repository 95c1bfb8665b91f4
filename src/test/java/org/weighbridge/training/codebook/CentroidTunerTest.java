package org.weighbridge.training.codebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Split;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Shape;
import org.weighbridge.training.gradient.BatchLoss;
import org.weighbridge.training.gradient.Dropout;
import org.weighbridge.training.gradient.DropoutPlace;
import org.weighbridge.training.gradient.Gradients;
import org.weighbridge.training.gradient.Parameter;

class CentroidTunerTest {
  private static final int P = SharedWeights.PRUNED;
  private static final LabelledSamples SAMPLES =
      new LabelledSamples(
          DataSets.open("digits", Split.TEST, OptionalInt.of(64)), Preprocessing.unitInterval());

  /** A paraboloid around a target instead of a network: half the squared distance to it. */
  @SuppressWarnings("ArrayRecordComponent") // read only
  private record Bowl(float[] target) implements Gradients {
    @Override
    public List<Parameter> parameters() {
      return List.of(
          new Parameter("bias", Shape.of(1), Parameter.Role.OFFSET),
          new Parameter("w", Shape.of(2, 3), Parameter.Role.WEIGHT));
    }

    @Override
    public float[][] start() {
      return new float[][] {{0.5f}, new float[6]};
    }

    @Override
    public List<DropoutPlace> dropouts() {
      return List.of();
    }

    @Override
    public BatchLoss backward(
        LabelledSamples samples,
        int[] order,
        int from,
        int count,
        Dropout dropout,
        float[][] values,
        float[][] gradients) {
      assertEquals(0.5f, values[0][0], "other parameters stay");
      for (int i = 0; i < target.length; i++) {
        gradients[1][i] = values[1][i] - target[i];
      }
      return evaluate(samples, values, Progress.none());
    }

    @Override
    public BatchLoss evaluate(LabelledSamples samples, float[][] values, Progress progress) {
      double loss = 0;
      for (int i = 0; i < target.length; i++) {
        loss += (values[1][i] - target[i]) * (values[1][i] - target[i]) / 2;
      }
      return new BatchLoss(samples.size(), loss, 0);
    }

    @Override
    public void close() {}
  }

  private static SharedWeights start() {
    return new SharedWeights(
        new LayerId("w"), Shape.of(2, 3), new float[] {-1f, 2f}, new int[] {0, P, 1, 0, 0, P});
  }

  @Test
  void theGradientOfACentroidIsTheSumOfItsMembersGradients() {
    var gradient = start().gradient(new float[] {1f, 100f, 2f, 3f, 5f, 100f});
    assertArrayEquals(new float[] {9, 2}, gradient);
  }

  @Test
  void centroidsReachTheMeansOfTheirMembersTargets() {
    var bowl = new Bowl(new float[] {-1.3f, 7f, 2.25f, -1.1f, -1.2f, 7f});
    var tuned = tune(bowl, new CentroidPlan(1, 200, 16, 1e-2), Progress.none());
    assertArrayEquals(new float[] {-1.2f, 2.25f}, tuned.layers().getFirst().centroids(), 1e-3f);
    assertTrue(tuned.after().loss() < tuned.before().loss());
    assertArrayEquals(
        start().members(), tuned.layers().getFirst().members(), "memberships are fixed");
  }

  @Test
  void prunedWeightsStayZero() {
    var bowl = new Bowl(new float[] {1f, 7f, 1f, 1f, 1f, 7f});
    var tuned = tune(bowl, new CentroidPlan(1, 5, 16, 1e-2), Progress.none());
    float[] weights = tuned.layers().getFirst().weights().values();
    assertEquals(0, Float.floatToRawIntBits(weights[1]));
    assertEquals(0, Float.floatToRawIntBits(weights[5]));
  }

  /**
   * Steps too long to stay in the bowl's bottom: what is returned is never worse than the start.
   */
  @Test
  void keepsTheStartWhenTuningMakesThingsWorse() {
    var bowl = new Bowl(new float[] {-1f, 0f, 2f, -1f, -1f, 0f});
    var tuned = tune(bowl, new CentroidPlan(1, 2, 16, 10), Progress.none());
    assertArrayEquals(start().centroids(), tuned.layers().getFirst().centroids());
    assertEquals(tuned.before(), tuned.after());
  }

  @Test
  void stopsWhenCancelled() {
    var bowl = new Bowl(new float[6]);
    Progress cancelled =
        new Progress() {
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

          @Override
          public void check() {
            throw new CancellationException("no longer wanted");
          }
        };
    assertThrows(CancellationException.class, () -> tune(bowl, CentroidPlan.usual(1), cancelled));
  }

  @Test
  void refusesALayerThatIsNoParameter() {
    var bowl = new Bowl(new float[6]);
    var other = new SharedWeights(new LayerId("x"), Shape.of(1), new float[] {1f}, new int[] {0});
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CentroidTuner.tune(
                bowl,
                List.of(other),
                CentroidPlan.usual(1),
                SAMPLES,
                SAMPLES,
                Progress.none(),
                epoch -> {}));
  }

  private static TunedCentroids tune(Bowl bowl, CentroidPlan plan, Progress progress) {
    var epochs = new ArrayList<BatchLoss>();
    var tuned =
        CentroidTuner.tune(bowl, List.of(start()), plan, SAMPLES, SAMPLES, progress, epochs::add);
    assertEquals(plan.epochs(), epochs.size());
    return tuned;
  }
}
