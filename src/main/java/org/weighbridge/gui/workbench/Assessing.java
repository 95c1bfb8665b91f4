package org.weighbridge.gui.workbench;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;

/** Assesses the layers; curves grow point by point, and what a cancelled run learnt stays. */
public final class Assessing {
  private final JobRunner jobs;
  private final ReadOnlyObjectWrapper<@Nullable Assessment> assessment =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable RunningJob running;

  Assessing(JobRunner jobs) {
    this.jobs = jobs;
  }

  /** What is known so far. */
  public ReadOnlyObjectProperty<@Nullable Assessment> assessment() {
    return assessment.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void forget() {
    if (running != null) {
      running.cancel();
      running = null;
      busy.set(false);
    }
    assessment.set(null);
  }

  void show(Assessment known) {
    assessment.set(known);
  }

  /** Starts an assessment of all layers on the validation split. */
  void start(
      Subject subject, EvaluationSetup setup, Configuration configuration, AssessmentPlan plan) {
    forget();
    var network = subject.network();
    var layers = network.layers().stream().map(Layer::id).toList();
    var search =
        new ConfigurationSearch(
            network, setup.onValidation(), configuration.coding(), new ModelEncoder(), trial -> {});
    var job =
        jobs.start(
            Lane.WORK,
            "Assessing error bounds",
            progress -> {
              var baseline = setup.onValidation().baseline(progress).accuracy();
              jobs.onWindow(() -> begin(new Assessment(baseline, empty(layers), 0)));
              return search.assess(
                  layers, plan, (layer, point) -> jobs.onWindow(() -> add(layer, point)), progress);
            },
            assessment::set);
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

  private void begin(Assessment empty) {
    if (running != null) {
      assessment.set(empty);
    }
  }

  private void add(LayerId layer, AssessmentPoint point) {
    var known = assessment.get();
    if (running == null || known == null) {
      return;
    }
    var curves =
        known.curves().stream()
            .map(curve -> curve.layer().equals(layer) ? Curves.with(curve, point) : curve)
            .toList();
    assessment.set(new Assessment(known.baseline(), curves, known.otherBytes()));
  }

  private static List<LayerCurve> empty(List<LayerId> layers) {
    return layers.stream().map(layer -> new LayerCurve(layer, List.of())).toList();
  }
}
