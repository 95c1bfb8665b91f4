package org.weighbridge.report;

import java.util.Map;
import java.util.stream.Collectors;
import org.weighbridge.experiment.MeasuredAccuracy;
import org.weighbridge.figure.Numbers;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.inference.Evaluation;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/**
 * A network measured before and after a change, on the same samples by the same path.
 *
 * @param before the baseline
 * @param after with the changed weights
 */
public record BeforeAfter(MeasuredAccuracy before, MeasuredAccuracy after) {
  /** Of two whole measurements. */
  public static BeforeAfter of(Evaluation before, Evaluation after) {
    return new BeforeAfter(MeasuredAccuracy.of(before), MeasuredAccuracy.of(after));
  }

  /** Measures {@code evaluator}'s network as it is and with some layers' weights changed. */
  public static BeforeAfter measure(
      Evaluator evaluator, Map<LayerId, Tensor> changed, Progress progress) {
    progress.begin("Measuring accuracy", 2);
    var before = evaluator.baseline(progress.part(1));
    return of(before, evaluator.evaluate(changed, progress.part(1)));
  }

  /** The same with all layers of a changed network. */
  public static BeforeAfter measure(Evaluator evaluator, Network changed, Progress progress) {
    var weights = changed.layers().stream().collect(Collectors.toMap(Layer::id, Layer::weights));
    return measure(evaluator, weights, progress);
  }

  /** Accuracy lost in percentage points; negative when the change made it better. */
  public double lossPoints() {
    return after.accuracy().lossPointsFrom(before.accuracy());
  }

  /** For people, with flips both ways and how probable as many are by chance. */
  public String sentence() {
    Accuracy then = before.accuracy();
    Accuracy now = after.accuracy();
    boolean labels = now.kind() == Accuracy.Kind.LABELS;
    return "%s before %s (%s of %s), after %s (%s): loss %s; %s samples became %s, %s %s (McNemar p %s)"
        .formatted(
            labels ? "accuracy" : "agreement",
            Numbers.percent(then.top1()),
            Numbers.count(then.correct()),
            Numbers.count(then.samples()),
            Numbers.percent(now.top1()),
            Numbers.count(now.correct()),
            Numbers.points(lossPoints()),
            Numbers.count(after.flips().broken()),
            labels ? "wrong" : "different",
            Numbers.count(after.flips().mended()),
            labels ? "right" : "the same again",
            Numbers.probability(after.flips().pValue()));
  }
}
