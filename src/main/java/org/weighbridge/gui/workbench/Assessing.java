package org.weighbridge.gui.workbench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.KnownPoints;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.assessment.PointKey;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.session.SessionState;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.job.Job;
import org.weighbridge.job.Progress;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;

/**
 * Assesses the layers; curves grow point by point, and what a cancelled run learnt stays. Curves
 * hold for the coding that they were assessed with, and come back with it.
 */
public final class Assessing {
  private final JobRunner jobs;
  private final Precedence precedence;
  private final PointStore store;
  private final ReadOnlyObjectWrapper<@Nullable Assessment> assessment =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Map<Coding, Assessment> known = new HashMap<>();
  private final Map<Coding, Learnt> keys = new HashMap<>();
  private Coding coding = Coding.DEFAULT;
  private @Nullable RunningJob running;

  /** What points were learnt with, as long as the network is tied to the same data. */
  private record Learnt(EvaluationSetup setup, PointKey key) {}

  Assessing(JobRunner jobs, Precedence precedence, PointStore store) {
    this.jobs = jobs;
    this.precedence = precedence;
    this.store = store;
  }

  /** What is known so far of the coding that is {@link #shown}. */
  public ReadOnlyObjectProperty<@Nullable Assessment> assessment() {
    return assessment.getReadOnlyProperty();
  }

  /** The coding of the selected layer: whose curves are looked at. */
  public Coding shown() {
    return coding;
  }

  /** What is known of a coding; null before its assessment. */
  public @Nullable Assessment of(Coding other) {
    return known.get(other);
  }

  /** The curve of a layer under the coder that it has. */
  public Optional<LayerCurve> curve(Configuration configuration, LayerId layer) {
    var own = configuration.coding().withCodec(configuration.coder(layer));
    return Optional.ofNullable(of(own)).flatMap(assessment -> assessment.curve(layer));
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void forget() {
    cancel();
    known.clear();
    keys.clear();
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

  /** Takes what was found of a coding, and keeps the points that were known of it before. */
  void add(Coding of, Assessment found) {
    learn(of, Curves.merged(found, known.get(of)));
  }

  /** What a coding's points are learnt with: told on any thread. */
  void keyed(Coding with, EvaluationSetup setup, Optional<PointKey> key) {
    key.ifPresent(k -> jobs.onWindow(() -> keys.put(with, new Learnt(setup, k))));
  }

  /**
   * All curves that there are, with what they were learnt with.
   *
   * @param setup what the network is tied to; null without data
   */
  List<SessionState.Curves> all(@Nullable EvaluationSetup setup) {
    return known.entrySet().stream()
        .filter(one -> one.getValue().curves().stream().anyMatch(c -> !c.points().isEmpty()))
        .map(one -> new SessionState.Curves(one.getKey(), key(one.getKey(), setup), one.getValue()))
        .sorted(Comparator.comparing(curves -> curves.coding().toString()))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // the very state that points were learnt with
  private Optional<PointKey> key(Coding of, @Nullable EvaluationSetup setup) {
    var learnt = keys.get(of);
    return learnt == null || learnt.setup() != setup ? Optional.empty() : Optional.of(learnt.key());
  }

  /** Takes curves that a session kept: nothing of them is measured where all is the same again. */
  void know(List<SessionState.Curves> kept) {
    for (var curves : kept) {
      curves.key().ifPresent(key -> store.know(key, curves.assessment().curves()));
    }
  }

  /** Shows curves that a session kept, until the network is tied to data. */
  void show(List<SessionState.Curves> kept) {
    kept.forEach(curves -> learn(curves.coding(), curves.assessment()));
  }

  /** Starts an assessment on the validation split of all layers that are not locked. */
  void start(
      Subject subject,
      EvaluationSetup setup,
      Configuration configuration,
      Coding with,
      AssessmentPlan plan) {
    assessment.set(null);
    var network = subject.network();
    var layers = subject.unlocked(configuration);
    run(
        "Assessing " + Codecs.label(with.codec()),
        with,
        progress -> {
          var known = known(setup, with, progress);
          var before = remembered(known, layers, setup);
          jobs.onWindow(() -> begin(with, before));
          var search =
              new ConfigurationSearch(
                  network, setup.onValidation(), with, new ModelEncoder(), known, trial -> {});
          var found =
              search.assess(
                  layers,
                  plan,
                  (layer, point) -> jobs.onWindow(() -> add(with, layer, point)),
                  progress);
          return Curves.merged(found, before);
        });
  }

  /** Shows the curves that earlier runs of the program left, without measuring anything. */
  void remember(Subject subject, EvaluationSetup setup, Coding with) {
    var layers = subject.network().layers().stream().map(Layer::id).toList();
    run(
        "Looking for known curves",
        with,
        progress -> remembered(known(setup, with, progress), layers, setup));
  }

  private KnownPoints known(EvaluationSetup setup, Coding with, Progress progress) {
    keyed(with, setup, setup.chooseBy().key(with, progress));
    return setup.chooseBy().known(store, with, progress);
  }

  private static Assessment remembered(
      KnownPoints known, List<LayerId> layers, EvaluationSetup setup) {
    return new Assessment(setup.chooseBy().plain(), layers.stream().map(known::curve).toList(), 0);
  }

  private void run(String title, Coding with, Job<Assessment> work) {
    cancel();
    var job =
        jobs.start(
            Lane.WORK,
            title,
            precedence.givingWay(work),
            found -> {
              if (found.curves().stream().anyMatch(curve -> !curve.points().isEmpty())) {
                learn(with, found);
              }
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

  private void begin(Coding with, Assessment empty) {
    if (running != null && with.equals(coding)) {
      learn(with, empty);
    }
  }

  private void add(Coding with, LayerId layer, AssessmentPoint point) {
    if (running != null && with.equals(coding)) {
      note(with, layer, point);
    }
  }

  /** Adds a point that was found on the way to something else to the curves, if there are any. */
  void note(Coding with, LayerId layer, AssessmentPoint point) {
    var before = known.get(with);
    if (before != null) {
      var curves =
          before.curves().stream()
              .map(curve -> curve.layer().equals(layer) ? Curves.with(curve, point) : curve)
              .toList();
      learn(with, new Assessment(before.baseline(), curves, before.otherBytes()));
    }
  }
}
