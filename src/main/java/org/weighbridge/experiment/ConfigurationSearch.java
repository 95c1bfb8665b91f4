package org.weighbridge.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.Assessor;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Choice;

/**
 * DeepSZ's steps two to four in one: assess, choose, encode, and then what DeepSZ leaves out:
 * measure the choice with all layers reconstructed together, and mend it where losses did not add
 * up as predicted.
 */
public final class ConfigurationSearch {
  /** Joint measurements at most; halving the interval of allowances needs about as many. */
  private static final int TRIALS = 12;

  private final Network network;
  private final Evaluator evaluator;
  private final Coding coding;
  private final ModelEncoder encoder;
  private final Assessor assessor;
  private final Consumer<Trial> listener;

  /**
   * A search.
   *
   * @param evaluator measures {@code network} on the samples to choose by: not those to report on
   * @param known what earlier searches on the same samples with the same coding found, see {@link
   *     ChoiceSamples#known}
   * @param listener hears of every configuration that was measured, on the working thread
   */
  public ConfigurationSearch(
      Network network,
      Evaluator evaluator,
      Coding coding,
      ModelEncoder encoder,
      KnownPoints known,
      Consumer<Trial> listener) {
    this.network = network;
    this.evaluator = evaluator;
    this.coding = coding;
    this.encoder = encoder;
    this.assessor = new Assessor(coding.layerCodec(), coding.effort(), coding.belowBound(), known);
    this.listener = listener;
  }

  /** Assesses the layers as {@link Assessor} does, with the size of everything else filled in. */
  public Assessment assess(
      List<LayerId> layers, AssessmentPlan plan, PointListener points, Progress progress) {
    progress.begin("Assessing", 100);
    var any = new LinkedHashMap<LayerId, ErrorBound>();
    layers.forEach(layer -> any.put(layer, ErrorBound.absolute(1)));
    var coarse = new Configuration(coding, any);
    long other = encoder.encode(network, coarse, progress.part(2)).otherBytes();
    return assessor.assess(network, evaluator, layers, plan, other, points, progress.part(98));
  }

  /**
   * Chooses from an assessment, and refines it around what is chosen.
   *
   * @param points hears of every new point, on the working thread
   * @throws Fault when the objective is out of reach
   */
  public SearchResult choose(
      Assessment assessment, Objective objective, PointListener points, Progress progress) {
    progress.begin("Optimizing", 100);
    var curves = new RefinedCurves(network, evaluator, assessor, assessment, points, progress);
    var trials = trials(progress);
    return switch (objective) {
      case Objective.LeastSize(double loss) -> leastSize(curves, trials, loss);
      case Objective.LeastLoss(long bytes) -> leastLoss(curves, trials, bytes);
    };
  }

  /**
   * Allows less predicted loss where layers hurt each other, more where they do not. The upper end
   * of the measured loss's interval has to stay in the budget, because the budget is to hold on
   * samples that nobody has seen. Where there are too few samples for that, the configuration whose
   * measured loss is in the budget and whose upper end is lowest is the best there is.
   */
  private static SearchResult leastSize(RefinedCurves curves, JointTrials trials, double budget) {
    var allowance = new Allowance(budget, 100.0 / curves.assessment().baseline().samples());
    while (trials.count() < TRIALS && allowance.open()) {
      Choice choice;
      try {
        double allowed = allowance.value();
        choice = curves.choose(assessment -> BoundOptimizer.leastSize(assessment, allowed));
      } catch (Fault unreachable) {
        if (trials.count() == 0) {
          throw unreachable;
        }
        allowance.unreachable();
        continue;
      }
      allowance.measured(budget - trials.of(choice).lossAtMost());
    }
    if (trials.all().stream().noneMatch(trial -> keeps(trial, budget))) {
      tighten(curves.assessment(), trials, budget);
    }
    return new SearchResult(curves.assessment(), best(trials.all(), budget), trials.all());
  }

  /** Moves all layers down together, by as few steps as keep the budget: doubling, then halving. */
  private static void tighten(Assessment assessment, JointTrials trials, double budget) {
    var start = trials.all().getFirst().choice();
    int longest = assessment.curves().stream().mapToInt(c -> c.points().size()).max().orElse(1);
    int broken = 0;
    int kept = 1;
    while (!keeps(trials.of(BoundOptimizer.tightened(assessment, start, kept)), budget)) {
      if (kept >= longest) {
        return;
      }
      broken = kept;
      kept *= 2;
    }
    while (kept - broken > 1) {
      int middle = (kept + broken) / 2;
      var trial = trials.of(BoundOptimizer.tightened(assessment, start, middle));
      if (keeps(trial, budget)) {
        kept = middle;
      } else {
        broken = middle;
      }
    }
  }

  private static boolean keeps(Trial trial, double budget) {
    return Allowance.keeps(budget - trial.lossAtMost());
  }

  private static Trial best(Collection<Trial> trials, double budget) {
    return trials.stream()
        .filter(trial -> keeps(trial, budget))
        .min(Comparator.comparingLong(trial -> trial.model().fileBytes()))
        .or(
            () ->
                trials.stream()
                    .filter(trial -> Allowance.keeps(budget - trial.lossPoints()))
                    .min(Comparator.comparingDouble(Trial::lossAtMost)))
        .orElseThrow(
            () ->
                new Fault(
                    ("No configuration kept the loss within %.2f points when all layers were"
                            + " reconstructed together (the least was %.2f); raise the budget or"
                            + " assess smaller bounds.")
                        .formatted(
                            budget,
                            trials.stream().mapToDouble(Trial::lossPoints).min().orElseThrow())));
  }

  private static SearchResult leastLoss(RefinedCurves curves, JointTrials trials, long maxBytes) {
    long allowed = maxBytes;
    while (true) {
      long limit = allowed;
      var trial =
          trials.of(curves.choose(assessment -> BoundOptimizer.leastLoss(assessment, limit)));
      long over = trial.model().fileBytes() - maxBytes;
      if (over <= 0) {
        return new SearchResult(curves.assessment(), trial, trials.all());
      }
      allowed -= over; // the table of sections grew with the streams
    }
  }

  private JointTrials trials(Progress progress) {
    Function<Choice, EncodedModel> encoding =
        choice -> {
          var bounds = new LinkedHashMap<LayerId, ErrorBound>();
          choice.points().forEach((id, p) -> bounds.put(id, ErrorBound.absolute(p.bound())));
          var configuration = new Configuration(coding, bounds);
          return encoder.encode(network, configuration, Progress.none());
        };
    return new JointTrials(encoding, evaluator, listener, progress);
  }
}
