package org.weighbridge.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.optimizer.Choice;

/** Measures choices with all layers reconstructed together, none twice. */
final class JointTrials {
  private final Function<Choice, EncodedModel> encoding;
  private final Evaluator evaluator;
  private final Consumer<Trial> listener;
  private final Progress progress;
  private final Map<Map<LayerId, AssessmentPoint>, Trial> byChoice = new LinkedHashMap<>();

  JointTrials(
      Function<Choice, EncodedModel> encoding,
      Evaluator evaluator,
      Consumer<Trial> listener,
      Progress progress) {
    this.encoding = encoding;
    this.evaluator = evaluator;
    this.listener = listener;
    this.progress = progress;
  }

  /** The choice, measured now or before. */
  Trial of(Choice choice) {
    var known = byChoice.get(choice.points());
    if (known == null) {
      known = measure(choice);
      byChoice.put(choice.points(), known);
      listener.accept(known);
    }
    return known;
  }

  int count() {
    return byChoice.size();
  }

  /** In the order of measurement. */
  List<Trial> all() {
    return List.copyOf(byChoice.values());
  }

  private Trial measure(Choice choice) {
    progress.check();
    var model = encoding.apply(choice);
    progress.check();
    var measured = evaluator.evaluate(model.decoded(), progress.part(1));
    return new Trial(choice, model, measured, measured.loss().points());
  }
}
