package org.weighbridge.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.Assessor;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.codec.Setting;
import org.weighbridge.fault.Fault;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.optimizer.BoundOptimizer;

/**
 * DeepSZ's steps two to four in one: assess, choose, encode, and then what DeepSZ leaves out:
 * measure the choice with all layers reconstructed together, and mend it where losses did not add
 * up as predicted.
 */
public final class ConfigurationSearch {
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
    var axis = coding.layerCodec().axis();
    var coarsest = axis.places().isEmpty() ? axis.at(1) : axis.at(axis.places().getLast());
    var any = new LinkedHashMap<LayerId, Setting>();
    layers.forEach(layer -> any.put(layer, coarsest));
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
    var trials = new JointTrials(network, evaluator, coding, encoder, listener, progress);
    return switch (objective) {
      case Objective.LeastSize(double loss) -> {
        var best = new BudgetSearch(curves, trials, loss).find();
        var model = trials.encoded(best.choice());
        yield new SearchResult(curves.assessment(), best, model, trials.all());
      }
      case Objective.LeastLoss(long bytes) -> leastLoss(curves, trials, bytes);
    };
  }

  private static SearchResult leastLoss(RefinedCurves curves, JointTrials trials, long maxBytes) {
    long allowed = maxBytes;
    while (true) {
      long limit = allowed;
      var choice = curves.choose(known -> BoundOptimizer.leastLoss(known, limit));
      var model = trials.encoded(choice);
      long over = model.fileBytes() - maxBytes;
      if (over <= 0) {
        return new SearchResult(curves.assessment(), trials.of(choice), model, trials.all());
      }
      allowed -= over; // the table of sections grew with the streams
    }
  }
}
