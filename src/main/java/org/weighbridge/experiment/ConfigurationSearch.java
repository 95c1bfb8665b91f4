package org.weighbridge.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.Assessor;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
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
  private final String codec;
  private final Effort effort;
  private final ModelEncoder encoder;
  private final Consumer<Trial> listener;

  /**
   * A search.
   *
   * @param evaluator measures {@code network} on the samples to choose by: not those to report on
   * @param listener hears of every configuration that was measured, on the working thread
   */
  public ConfigurationSearch(
      Network network,
      Evaluator evaluator,
      String codec,
      Effort effort,
      ModelEncoder encoder,
      Consumer<Trial> listener) {
    this.network = network;
    this.evaluator = evaluator;
    this.codec = codec;
    this.effort = effort;
    this.encoder = encoder;
    this.listener = listener;
  }

  /** Assesses the layers as {@link Assessor} does, with the size of everything else filled in. */
  public Assessment assess(
      List<LayerId> layers, AssessmentPlan plan, PointListener points, Progress progress) {
    progress.begin("Assessing", 100);
    var smallest = new LinkedHashMap<LayerId, ErrorBound>();
    layers.forEach(layer -> smallest.put(layer, ErrorBound.absolute(1)));
    var coarse = new Configuration(codec, effort, smallest);
    long other = encoder.encode(network, coarse, progress.part(2)).otherBytes();
    return new Assessor(Codecs.byId(codec), effort)
        .assess(network, evaluator, layers, plan, other, points, progress.part(98));
  }

  /**
   * Chooses from an assessment.
   *
   * @throws Fault when the objective is out of reach
   */
  public SearchResult choose(Assessment assessment, Objective objective, Progress progress) {
    progress.begin("Optimizing", TRIALS);
    return switch (objective) {
      case Objective.LeastSize(double loss) -> leastSize(assessment, loss, progress);
      case Objective.LeastLoss(long bytes) -> leastLoss(assessment, bytes, progress);
    };
  }

  /**
   * Narrows down the predicted loss that may be allowed for the measured one to stay in the budget:
   * less where layers hurt each other, more where they do not. The upper end of the measured loss's
   * interval counts, because the budget has to hold on samples that nobody has seen.
   */
  private SearchResult leastSize(Assessment assessment, double budget, Progress progress) {
    double step = 100.0 / assessment.baseline().samples();
    double kept = Double.NEGATIVE_INFINITY;
    double broken = Double.POSITIVE_INFINITY;
    double allowed = budget;
    double stride = step;
    var trials = new LinkedHashMap<Map<LayerId, AssessmentPoint>, Trial>();
    Trial best = null;
    double leastLoss = Double.POSITIVE_INFINITY;
    while (trials.size() < TRIALS && broken - kept > step / 2 && allowed <= 100) {
      Choice choice;
      try {
        choice = BoundOptimizer.leastSize(assessment, allowed);
      } catch (Fault unreachable) {
        if (trials.isEmpty()) {
          throw unreachable;
        }
        kept = allowed; // nothing is predicted to lose so little: stay above
        allowed = (kept + broken) / 2;
        continue;
      }
      var trial = trials.get(choice.points());
      if (trial == null) {
        trial = measure(assessment, choice, progress);
        trials.put(choice.points(), trial);
      }
      leastLoss = Math.min(leastLoss, trial.lossAtMost());
      double slack = budget - trial.lossAtMost();
      if (slack > -1e-9) {
        if (best == null || trial.model().fileBytes() < best.model().fileBytes()) {
          best = trial;
        }
        kept = allowed;
      } else {
        broken = allowed;
      }
      if (Double.isInfinite(kept) || Double.isInfinite(broken)) {
        stride = Math.max(2 * stride, Math.abs(slack));
        allowed += slack > -1e-9 ? stride : -stride;
      } else {
        allowed = (kept + broken) / 2;
      }
    }
    if (best == null) {
      throw new Fault(
          ("No configuration kept the loss within %.2f points with 95 %% confidence when all layers"
                  + " were reconstructed together (the least was %.2f); raise the budget, use more"
                  + " samples or assess smaller bounds.")
              .formatted(budget, leastLoss));
    }
    return new SearchResult(assessment, best, List.copyOf(trials.values()));
  }

  private SearchResult leastLoss(Assessment assessment, long maxBytes, Progress progress) {
    var trials = new ArrayList<Trial>();
    long allowed = maxBytes;
    while (true) {
      var trial = measure(assessment, BoundOptimizer.leastLoss(assessment, allowed), progress);
      trials.add(trial);
      long over = trial.model().fileBytes() - maxBytes;
      if (over <= 0) {
        return new SearchResult(assessment, trial, trials);
      }
      allowed -= over; // the table of sections grew with the streams
    }
  }

  private Trial measure(Assessment assessment, Choice choice, Progress progress) {
    progress.check();
    var bounds = new LinkedHashMap<LayerId, ErrorBound>();
    choice.points().forEach((id, point) -> bounds.put(id, ErrorBound.absolute(point.bound())));
    var model = encoder.encode(network, new Configuration(codec, effort, bounds), Progress.none());
    progress.check();
    var measured = evaluator.evaluate(model.decoded(), progress.part(1));
    double loss = measured.accuracy().lossPointsFrom(assessment.baseline());
    var trial = new Trial(choice, model, measured, loss);
    listener.accept(trial);
    return trial;
  }
}
