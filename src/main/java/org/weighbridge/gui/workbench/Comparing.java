package org.weighbridge.gui.workbench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.experiment.MeasuredConfigurations;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Front;

/**
 * Every configuration that was measured with all layers together, beside the front that the
 * optimizer predicts for budgets from 0 to {@value #MOST_POINTS} points.
 */
public final class Comparing {
  private static final double MOST_POINTS = 2;
  private static final int CHOICES = 60;

  private final JobRunner jobs;
  private final ReadOnlyObjectWrapper<MeasuredConfigurations> measured =
      new ReadOnlyObjectWrapper<>(MeasuredConfigurations.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Front> front = new ReadOnlyObjectWrapper<>();
  private @Nullable Assessment traced;
  private @Nullable RunningJob tracing;

  Comparing(JobRunner jobs) {
    this.jobs = jobs;
  }

  /** A search measures on the validation split, sliders on the test split. */
  public ReadOnlyObjectProperty<MeasuredConfigurations> measured() {
    return measured.getReadOnlyProperty();
  }

  /** Predicted from the curves at hand, of the validation split; null before an assessment. */
  public ReadOnlyObjectProperty<@Nullable Front> front() {
    return front.getReadOnlyProperty();
  }

  void forget() {
    measured.set(MeasuredConfigurations.NONE);
    trace(null);
  }

  void add(MeasuredConfiguration one) {
    measured.set(measured.get().with(one));
  }

  /** Predicts what sliders led to anew: the curves have changed. */
  void predict(Function<Configuration, OptionalDouble> prediction) {
    var all = measured.get();
    for (var one : all.on(Split.TEST)) {
      var now = prediction.apply(one.configuration());
      if (now.isPresent() && !now.equals(one.predictedLossPoints())) {
        all =
            all.with(
                new MeasuredConfiguration(
                    one.configuration(), one.split(), now, one.loss(), one.bytes()));
      }
    }
    measured.set(all);
  }

  /** Traces the front of these curves, unless it is their front already; null for none. */
  void trace(@Nullable Assessment assessment) {
    if (assessment != null && assessment.equals(traced)) {
      return;
    }
    traced = assessment;
    if (tracing != null) {
      tracing.cancel();
    }
    if (assessment == null) {
      front.set(null);
      return;
    }
    tracing =
        jobs.start(
            Lane.ENCODE,
            "Tracing the front",
            progress -> {
              try {
                return BoundOptimizer.front(assessment, MOST_POINTS, CHOICES);
              } catch (Fault outOfReach) {
                return new Front(List.of());
              }
            },
            front::set);
  }
}
