package org.weighbridge.gui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;

/**
 * Searches for bounds: assesses around the knee of every layer, adds what the curves know already,
 * chooses and measures jointly. The result is a proposal; the user's configuration stays until it
 * is taken.
 */
public final class Optimizing {
  private final JobRunner jobs;
  private final Precedence precedence;
  private final Assessing assessing;
  private final PointStore store;
  private final ReadOnlyObjectWrapper<@Nullable Suggestion> suggestion =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunningJob> running = new ReadOnlyObjectWrapper<>();

  Optimizing(JobRunner jobs, Precedence precedence, Assessing assessing, PointStore store) {
    this.jobs = jobs;
    this.precedence = precedence;
    this.assessing = assessing;
    this.store = store;
  }

  /** The proposal that has been neither taken nor dismissed. */
  public ReadOnlyObjectProperty<@Nullable Suggestion> suggestion() {
    return suggestion.getReadOnlyProperty();
  }

  /** The search at work, null when there is none. */
  public ReadOnlyObjectProperty<@Nullable RunningJob> running() {
    return running.getReadOnlyProperty();
  }

  void forget() {
    cancel();
    suggestion.set(null);
  }

  public void cancel() {
    var job = running.get();
    if (job != null) {
      job.cancel();
    }
  }

  /** Keeps the user's own configuration. */
  public void dismiss() {
    suggestion.set(null);
  }

  void start(Subject subject, EvaluationSetup setup, Configuration from, Objective objective) {
    forget();
    var layers = subject.unlocked(from);
    var known = assessing.assessment().get();
    var job =
        jobs.start(
            Lane.WORK,
            "Optimizing error bounds",
            precedence.givingWay(
                progress -> {
                  progress.begin("Optimizing error bounds", 100);
                  var search =
                      new ConfigurationSearch(
                          subject.network(),
                          setup.onValidation(),
                          from.coding(),
                          new ModelEncoder(),
                          setup.chooseBy().known(store, from.coding(), progress),
                          trial -> {});
                  var fine =
                      search.assess(
                          layers,
                          AssessmentPlan.DeepSz.upTo(deepest(objective)),
                          (layer, point) -> {},
                          progress.part(80));
                  var all = Curves.merged(fine, known);
                  return search.choose(all, objective, (layer, point) -> {}, progress.part(20));
                }),
            result -> found(from.coding(), result));
    running.set(job);
    job.onEnd(
        end -> {
          if (running.get() == job) {
            running.set(null);
          }
        });
  }

  private void found(Coding with, SearchResult result) {
    assessing.learn(with, result.assessment());
    suggestion.set(Suggestion.of(result));
  }

  /** How far a layer's loss is of interest: a size may cost more than one expects. */
  private static double deepest(Objective objective) {
    return switch (objective) {
      case Objective.LeastSize(double loss) -> loss;
      case Objective.LeastLoss(long bytes) -> 5;
    };
  }
}
