package org.weighbridge.workflow;

import java.util.List;
import org.weighbridge.experiment.ChoiceSamples;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.ComparisonPlan;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.MixedSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.figure.Numbers;
import org.weighbridge.job.Progress;

/**
 * Chooses one setting per layer: DeepSZ's second and third step, and then what it leaves out, the
 * measurement of the choice with all layers together.
 *
 * @param objective what to choose for
 * @param coding what layers are coded with
 * @param mix the coders among which every layer may choose; empty: the one of {@code coding}
 * @param layers which layers may be coded
 * @param tests how the settings to test are found
 * @param assessedTo how far layers are assessed at least, in percentage points
 */
public record Optimize(
    Objective objective,
    Coding coding,
    List<String> mix,
    LayerSelection layers,
    TestPlan tests,
    double assessedTo)
    implements Operator {
  /** How far layers are assessed for a wish in bytes, in percentage points. */
  private static final double LOSS_OF_INTEREST = 5;

  /** Refuses a mixture for a size, which is not searched for. */
  public Optimize {
    mix = List.copyOf(mix);
    if (!mix.isEmpty() && !(objective instanceof Objective.LeastSize)) {
      throw new IllegalArgumentException(
          "a mixture of coders is chosen for a loss, not for a size");
    }
  }

  /** The smallest file by SZ that loses at most so many percentage points. */
  public static Optimize within(double maxLoss) {
    return new Optimize(
        new Objective.LeastSize(maxLoss),
        Coding.DEFAULT,
        List.of(),
        LayerSelection.ALL,
        TestPlan.ADAPTIVE,
        0);
  }

  @Override
  public String name() {
    return "optimize";
  }

  @Override
  public Material apply(Material material, Workbench bench, Progress progress) {
    progress.begin("Optimizing " + material.network().name(), 100);
    var data = material.needData("Choosing settings");
    try (var samples = ChoosingSamples.open(material, data, progress.part(15))) {
      var result =
          mix.isEmpty()
              ? single(material, samples.samples(), bench, progress.part(85))
              : mixed(material, samples.samples(), bench, progress.part(85));
      return material
          .withAssessment(result.assessment())
          .withFound(new Found(objective, result, data.chooseOn(), samples.words()));
    }
  }

  private SearchResult mixed(
      Material material, ChoiceSamples samples, Workbench bench, Progress progress) {
    double loss = ((Objective.LeastSize) objective).maxLossPoints();
    var plan =
        new ComparisonPlan(
            material.network(), layers.in(material.network()), coding, tests.upTo(loss), loss);
    return new MixedSearch(plan, samples, bench.store())
        .find(mix, bench.listener()::point, progress);
  }

  private SearchResult single(
      Material material, ChoiceSamples samples, Workbench bench, Progress progress) {
    progress.begin("Optimizing", 100);
    double loss =
        objective instanceof Objective.LeastSize(double points) ? points : LOSS_OF_INTEREST;
    var search =
        new ConfigurationSearch(
            material.network(),
            samples.evaluator(),
            coding,
            new ModelEncoder(),
            samples.known(bench.store(), coding, progress),
            trial -> {
              bench.listener().trial(trial);
              progress.step("measured a loss of " + Numbers.points(trial.lossPoints()));
            });
    var assessment =
        search.assess(
            layers.in(material.network()),
            tests.upTo(Math.max(loss, assessedTo)),
            bench.listener()::point,
            progress.part(70));
    return search.choose(assessment, objective, bench.listener()::point, progress.part(30));
  }
}
