package org.weighbridge.workflow;

import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.experiment.ChoiceSamples;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.inference.SequentialEvaluator;
import org.weighbridge.inference.SequentialTest;
import org.weighbridge.job.Progress;

/**
 * Measures accuracy and size of each layer against its setting, one layer at a time: DeepSZ's
 * second step. Losses are counted on the samples to choose by as they are.
 *
 * @param coding what layers are coded with
 * @param layers which of them
 * @param tests how the settings to test are found
 * @param maxLoss the test of a layer ends beyond it, in percentage points
 * @param stopEarly ask no more samples once it is nearly sure which side of {@code maxLoss} a
 *     setting lies on; such points are not kept for later
 */
public record Assess(
    Coding coding, LayerSelection layers, TestPlan tests, double maxLoss, boolean stopEarly)
    implements Operator {
  private static final double ERROR_PROBABILITY = 0.05;

  /** All layers with SZ where curves bend. */
  public static Assess upTo(double maxLoss) {
    return new Assess(Coding.DEFAULT, LayerSelection.ALL, TestPlan.ADAPTIVE, maxLoss, false);
  }

  @Override
  public String name() {
    return "assess";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    progress.begin("Assessing " + material.network().name(), 100);
    var network = material.network();
    var data = material.needData("Assessing");
    var free = layers.in(network);
    try (var samples =
        ChoiceSamples.asTheyAre(network, data.choosing(), data.preprocessing(), progress.part(2))) {
      // a point of fewer samples must not stand for one of all
      var store = stopEarly ? PointStore.off() : bench.store();
      var known = samples.known(store, coding, progress);
      var evaluator = stopEarly ? stopping(samples.evaluator()) : samples.evaluator();
      var search =
          new ConfigurationSearch(
              network, evaluator, coding, new ModelEncoder(), known, trial -> {});
      return material.withAssessment(
          search.assess(free, tests.upTo(maxLoss), bench.listener()::point, progress.part(98)));
    }
  }

  private Evaluator stopping(Evaluator exact) {
    return new SequentialEvaluator(exact, new SequentialTest(maxLoss, ERROR_PROBABILITY));
  }
}
