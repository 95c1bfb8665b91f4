package org.weighbridge.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.inference.Evaluator;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.optimizer.Choice;

/** Measures choices with all layers reconstructed together, none twice. */
final class JointTrials {
  private final Network network;
  private final Evaluator evaluator;
  private final Coding coding;
  private final ModelEncoder encoder;
  private final Consumer<Trial> listener;
  private final Progress progress;
  private final Map<Map<LayerId, AssessmentPoint>, Trial> byChoice = new LinkedHashMap<>();

  JointTrials(
      Network network,
      Evaluator evaluator,
      Coding coding,
      ModelEncoder encoder,
      Consumer<Trial> listener,
      Progress progress) {
    this.network = network;
    this.evaluator = evaluator;
    this.coding = coding;
    this.encoder = encoder;
    this.listener = listener;
    this.progress = progress;
  }

  /** The choice, measured now or before. */
  Trial of(Choice choice) {
    progress.check();
    var known = byChoice.get(choice.points());
    if (known == null) {
      known = measure(choice);
      byChoice.put(choice.points(), known);
      listener.accept(known);
    }
    return known;
  }

  /** Takes over what was measured on the same samples. */
  void know(Trial trial) {
    byChoice.put(trial.choice().points(), trial);
  }

  /** Choices are of its layers. */
  Network network() {
    return network;
  }

  boolean contains(Choice choice) {
    return byChoice.containsKey(choice.points());
  }

  int count() {
    return byChoice.size();
  }

  /** In the order of measurement. */
  List<Trial> all() {
    return List.copyOf(byChoice.values());
  }

  /** The choice encoded as it will be written. */
  EncodedModel encoded(Choice choice) {
    return encoder.encode(network, configuration(choice), progress.part(1));
  }

  /**
   * Values do not depend on the effort, so the quickest serves; sizes are known from the curves.
   */
  private Trial measure(Choice choice) {
    var configuration = configuration(choice);
    var values = encoder.values(network, configuration, progress.part(1));
    return new Trial(
        choice, configuration, MeasuredAccuracy.of(evaluator.evaluate(values, progress.part(1))));
  }

  private Configuration configuration(Choice choice) {
    return Configuration.of(coding, choice);
  }
}
