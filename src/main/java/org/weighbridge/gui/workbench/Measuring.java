package org.weighbridge.gui.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.job.Progress;

/**
 * Encodes, decodes and measures the current configuration in the background. The newest wins; what
 * was measured once is known at once when the user comes back to it.
 */
public final class Measuring {
  private final JobRunner jobs;
  private final ModelEncoder encoder = new ModelEncoder();
  private final Map<Configuration, Measurement> known = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Measurement> latest = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable RunningJob running;

  Measuring(JobRunner jobs) {
    this.jobs = jobs;
  }

  /** The newest measurement; of an older configuration while a newer one is being measured. */
  public ReadOnlyObjectProperty<@Nullable Measurement> latest() {
    return latest.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Forgets everything: the network or its data are others now. */
  void forget() {
    cancel();
    known.clear();
    latest.set(null);
  }

  void cancel() {
    if (running != null) {
      running.cancel();
      running = null;
      busy.set(false);
    }
  }

  /** Shows what is known of a configuration without measuring anything. */
  void recall(Configuration configuration) {
    var measurement = known.get(configuration);
    if (measurement != null) {
      cancel();
      latest.set(measurement);
    }
  }

  /** Measures a configuration unless it is known. */
  void measure(Subject subject, @Nullable EvaluationSetup setup, Configuration configuration) {
    cancel();
    if (known.containsKey(configuration)) {
      recall(configuration);
      return;
    }
    var job =
        jobs.start(
            Lane.MEASURE,
            "Encoding and evaluating",
            progress -> run(subject, setup, configuration, progress),
            measurement -> {
              known.put(configuration, measurement);
              latest.set(measurement);
            });
    running = job;
    busy.set(true);
    job.onEnd(
        end -> {
          if (running == job) {
            running = null;
            busy.set(false);
          }
        });
  }

  private Measurement run(
      Subject subject,
      @Nullable EvaluationSetup setup,
      Configuration configuration,
      Progress progress) {
    progress.begin("Encoding and evaluating", setup == null ? 1 : 2);
    var model = encoder.encode(subject.network(), configuration, progress.part(1));
    var evaluation =
        Optional.ofNullable(setup)
            .map(open -> open.onTest().evaluate(model.decoded(), progress.part(1)));
    return Measurement.of(configuration, model, evaluation);
  }
}
