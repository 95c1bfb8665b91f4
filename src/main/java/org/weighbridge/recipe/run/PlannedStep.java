package org.weighbridge.recipe.run;

import java.util.Optional;
import org.weighbridge.assessment.store.Program;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.experiment.Version;
import org.weighbridge.recipe.ModelSource;
import org.weighbridge.recipe.Step;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Prune;
import org.weighbridge.workflow.Retrain;
import org.weighbridge.workflow.Train;

/**
 * A step behind those in front of it. Jobs that begin alike share their first steps: these are one.
 *
 * @param name of its folder: the operator and the beginning of the key
 * @param key SHA-256 of all that decides the result
 * @param before the step that it goes on from; empty for the first of a job
 */
record PlannedStep(String name, String key, Step step, Start start, Optional<PlannedStep> before) {
  /** Another way of keeping results needs another number. */
  private static final String FORMAT = "1";

  /** Enough of a key to tell millions of steps apart. */
  private static final int DIGITS = 16;

  /** The next step behind another one, or behind the start. */
  static PlannedStep of(Step step, Start start, Optional<PlannedStep> before, DataHashes hashes) {
    var key =
        new KeyHash()
            .add(before.map(PlannedStep::key).orElseGet(() -> key(start, hashes)))
            .add(step.operator().name())
            .add(step.text());
    if (learns(step.operator())) {
      start.data().ifPresent(data -> key.add(hashes.learning(data)));
    }
    String hex = key.hex();
    String name = step.operator().name() + "-" + hex.substring(0, DIGITS);
    return new PlannedStep(name, hex, step, start, before);
  }

  private static String key(Start start, DataHashes hashes) {
    var key = new KeyHash().add(FORMAT).add(Version.NUMBER).add(Program.HASH.orElse("unknown"));
    Version.libraries().forEach((name, version) -> key.add(name).add(version));
    for (LayerCodec codec : Codecs.all()) {
      key.add(codec.id()).add(Integer.toString(codec.version()));
    }
    key.add(
        switch (start.source()) {
          case ModelSource.File file -> "file";
          case ModelSource.Fresh fresh -> fresh.toString();
        });
    key.add(start.name()).add(start.sha256());
    return key.add(start.data().map(hashes::measuring).orElse("no data")).hex();
  }

  private static boolean learns(Operator operator) {
    return switch (operator) {
      case Train train -> true;
      case Retrain retrain -> true;
      case Prune prune -> prune.training().isPresent();
      default -> false;
    };
  }

  /** Whether it goes on from another one; the same step of two jobs has one name. */
  boolean isBehind(PlannedStep other) {
    return before.filter(step -> step.name().equals(other.name())).isPresent();
  }

  Operator operator() {
    return step.operator();
  }
}
