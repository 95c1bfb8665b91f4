package org.weighbridge.gui.workbench;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.experiment.MeasuredConfigurations;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.network.LayerId;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Front;

/**
 * Every configuration that was measured with all layers together, beside the fronts that the
 * optimizer predicts for budgets from 0 to {@value #MOST_POINTS} points: one for each coding that
 * was assessed.
 */
public final class Comparing {
  private static final double MOST_POINTS = 2;
  private static final double SLACK = 0.01;
  private static final int CHOICES = 60;

  private final JobRunner jobs;
  private final ReadOnlyObjectWrapper<MeasuredConfigurations> measured =
      new ReadOnlyObjectWrapper<>(MeasuredConfigurations.NONE);
  private final ReadOnlyObjectWrapper<Map<Coding, Front>> fronts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final Map<Coding, Assessment> traced = new HashMap<>();
  private @Nullable RunningJob tracing;

  Comparing(JobRunner jobs) {
    this.jobs = jobs;
  }

  /** A search measures on the validation split, sliders on the test split. */
  public ReadOnlyObjectProperty<MeasuredConfigurations> measured() {
    return measured.getReadOnlyProperty();
  }

  /**
   * Predicted from the curves of each coding, of the validation split; all of the same layers,
   * those that have a bound.
   */
  public ReadOnlyObjectProperty<Map<Coding, Front>> fronts() {
    return fronts.getReadOnlyProperty();
  }

  /** The curves that the front of a coding was traced from. */
  Optional<Assessment> curves(Coding coding) {
    return Optional.ofNullable(traced.get(coding));
  }

  void forget() {
    measured.set(MeasuredConfigurations.NONE);
    stop();
    traced.clear();
    fronts.set(Map.of());
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

  /** Traces the front of these curves of a coding, unless it is their front already. */
  void trace(Coding coding, Assessment assessment) {
    if (assessment.equals(traced.get(coding))) {
      return;
    }
    stop();
    tracing =
        jobs.start(
            Lane.ENCODE,
            "Tracing the front",
            progress -> front(assessment),
            found -> learn(coding, assessment, found));
  }

  private void stop() {
    if (tracing != null) {
      tracing.cancel();
      tracing = null;
    }
  }

  /**
   * Up to {@value #MOST_POINTS} points, or to the least loss there is where that is more: a coder
   * that loses much has a line, too. No front where nothing was assessed.
   */
  static Front front(Assessment assessment) {
    double least =
        assessment.curves().stream()
            .flatMapToDouble(
                curve ->
                    curve.points().stream().mapToDouble(AssessmentPoint::lossPoints).min().stream())
            .sum();
    try {
      return BoundOptimizer.front(assessment, Math.max(MOST_POINTS, least + SLACK), CHOICES);
    } catch (Fault outOfReach) {
      return new Front(List.of());
    }
  }

  /** Takes a front; those of other layers are not to be compared with it. */
  void learn(Coding coding, Assessment assessment, Front front) {
    traced.put(coding, assessment);
    traced.values().removeIf(other -> !layers(other).equals(layers(assessment)));
    var all = new LinkedHashMap<>(fronts.get());
    all.keySet().retainAll(traced.keySet());
    all.put(coding, front);
    fronts.set(Collections.unmodifiableMap(all));
  }

  private static Set<LayerId> layers(Assessment assessment) {
    return assessment.curves().stream().map(LayerCurve::layer).collect(Collectors.toSet());
  }
}
