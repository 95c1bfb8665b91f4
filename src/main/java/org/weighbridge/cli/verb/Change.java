package org.weighbridge.cli.verb;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;
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
record Change(Evaluation before, Evaluation after) {
  static Change measure(Evaluator evaluator, Map<LayerId, Tensor> changed, Progress progress) {
    progress.begin("Measuring accuracy", 2);
    var before = evaluator.baseline(progress.part(1));
    return new Change(before, evaluator.evaluate(changed, progress.part(1)));
  }

  static Change measure(Evaluator evaluator, Network changed, Progress progress) {
    var weights = changed.layers().stream().collect(Collectors.toMap(Layer::id, Layer::weights));
    return measure(evaluator, weights, progress);
  }

  double lossPoints() {
    return after.accuracy().lossPointsFrom(before.accuracy());
  }

  /** Adds the keys before, after, lossPoints and flips. */
  void addTo(JsonObject json) {
    json.add("before", Json.accuracy(before.accuracy()));
    json.add("after", Json.accuracy(after.accuracy()));
    json.addProperty("lossPoints", lossPoints());
    json.add("flips", Json.flips(after.flips()));
  }

  /** For people, with flips both ways. */
  String sentence() {
    Accuracy then = before.accuracy();
    Accuracy now = after.accuracy();
    boolean labels = now.kind() == Accuracy.Kind.LABELS;
    return "%s before %s (%d of %d), after %s (%d): loss %s; %d samples became %s, %d %s"
        .formatted(
            labels ? "accuracy" : "agreement",
            Numbers.percent(then.top1()),
            then.correct(),
            then.samples(),
            Numbers.percent(now.top1()),
            now.correct(),
            Numbers.points(lossPoints()),
            after.flips().broken(),
            labels ? "wrong" : "different",
            after.flips().mended(),
            labels ? "right" : "the same again");
  }
}
