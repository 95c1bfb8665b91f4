package org.weighbridge.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.Flips;
import org.weighbridge.inference.Loss;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;
import org.weighbridge.optimizer.Choice;
import org.weighbridge.tensor.Tensor;

class BudgetSearchTest {
  private static final Accuracy ALL = new Accuracy(1000, 980, Accuracy.Kind.LABELS);

  private final Network network = TestModels.mlp(7, 4, 3);

  /** A mixture of coders begins with what one of them found, in a file with another header. */
  @Test
  void aTrialOfAnotherSearchIsNoReasonToChooseTheSameForEver() {
    var layer = network.layers().getFirst().id();
    var point = new AssessmentPoint("sz", 0.1, ALL, new Loss(0.1, 0), Flips.none(), 20, 0.1);
    var curves = new Assessment(ALL, List.of(new LayerCurve(layer, List.of(point))), 10);
    var elsewhere = new Choice(Map.of(layer, point), 0.1, 200);
    var known =
        new Trial(
            elsewhere,
            Configuration.of(Coding.DEFAULT, elsewhere),
            new MeasuredAccuracy(ALL, Flips.none(), new Loss(0.1, 0), 1, 0));
    var trials =
        new JointTrials(
            network,
            new Unasked(),
            Coding.DEFAULT,
            new ModelEncoder(),
            trial -> {},
            Progress.none());
    trials.know(known);

    assertEquals(known, new BudgetSearch(new Curves.Fixed(curves), trials, 1).find());
  }

  /** All that is asked for is known. */
  private static final class Unasked implements Evaluator {
    @Override
    public Evaluation baseline(Progress progress) {
      throw new AssertionError("measured without need");
    }

    @Override
    public Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress) {
      throw new AssertionError("measured without need");
    }

    @Override
    public int samples() {
      return ALL.samples();
    }

    @Override
    public void close() {}
  }
}
