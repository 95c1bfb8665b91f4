package org.weighbridge.gui.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.network.LayerId;

/**
 * Assesses the layers; curves grow point by point, and what a cancelled run learnt stays. Curves
 * hold for the coding that they were assessed with, and come back with it.
 */
public final class Assessing {
  private final JobRunner jobs;
  private final Precedence precedence;
  private final ReadOnlyObjectWrapper<@Nullable Assessment> assessment =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Map<Coding, Assessment> known = new HashMap<>();
  private Coding coding = Coding.DEFAULT;
  private @Nullable RunningJob running;

  Assessing(JobRunner jobs, Precedence precedence) {
    this.jobs = jobs;
    this.precedence = precedence;
  }

  /** What is known so far. */
  public ReadOnlyObjectProperty<@Nullable Assessment> assessment() {
    return assessment.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void forget() {
    cancel();
    known.clear();
    assessment.set(null);
  }

  private void cancel() {
    if (running != null) {
      running.cancel();
      running = null;
      busy.set(false);
    }
  }

  /**
   * Shows what is known of a coding.
   *
   * @return whether it is another one than before
   */
  boolean recall(Coding wanted) {
    if (wanted.equals(coding)) {
      return false;
    }
    cancel();
    coding = wanted;
    assessment.set(known.get(coding));
    return true;
  }

  /** Takes what was learnt of a coding, which need not be the current one any more. */
  void learn(Coding of, Assessment learnt) {
    known.put(of, learnt);
    if (of.equals(coding)) {
      assessment.set(learnt);
    }
  }

  /** Starts an assessment of all layers on the validation split. */
  void start(
      Subject subject, EvaluationSetup setup, Configuration configuration, AssessmentPlan plan) {
    cancel();
    assessment.set(null);
    var with = configuration.coding();
    var network = subject.network();
    var layers = subject.unlocked(configuration);
    var search =
        new ConfigurationSearch(
            network, setup.onValidation(), with, new ModelEncoder(), trial -> {});
    var job =
        jobs.start(
            Lane.WORK,
            "Assessing error bounds",
            precedence.givingWay(
                progress -> {
                  var baseline = setup.onValidation().baseline(progress).accuracy();
                  jobs.onWindow(() -> begin(with, new Assessment(baseline, empty(layers), 0)));
                  return search.assess(
                      layers,
                      plan,
                      (layer, point) -> jobs.onWindow(() -> add(with, layer, point)),
                      progress);
                }),
            found -> learn(with, found));
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

  private void begin(Coding with, Assessment empty) {
    if (running != null && with.equals(coding)) {
      learn(with, empty);
    }
  }

  private void add(Coding with, LayerId layer, AssessmentPoint point) {
    var before = assessment.get();
    if (running == null || before == null || !with.equals(coding)) {
      return;
    }
    var curves =
        before.curves().stream()
            .map(curve -> curve.layer().equals(layer) ? Curves.with(curve, point) : curve)
            .toList();
    learn(with, new Assessment(before.baseline(), curves, before.otherBytes()));
  }

  private static List<LayerCurve> empty(List<LayerId> layers) {
    return layers.stream().map(layer -> new LayerCurve(layer, List.of())).toList();
  }
}
