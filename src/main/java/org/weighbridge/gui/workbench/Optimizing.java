package org.weighbridge.gui.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.dataset.Split;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.ComparisonPlan;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.ConfigurationSearch;
import org.weighbridge.experiment.MixedSearch;
import org.weighbridge.experiment.ModelEncoder;
import org.weighbridge.experiment.Objective;
import org.weighbridge.experiment.SearchResult;
import org.weighbridge.experiment.Trial;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;

/**
 * Searches for bounds: assesses around the knee of every layer, adds what the curves know already,
 * chooses and measures jointly. The result is a proposal, and so is the best that a cancelled
 * search found; the user's configuration stays until it is taken.
 */
public final class Optimizing {
  private final JobRunner jobs;
  private final Precedence precedence;
  private final Assessing assessing;
  private final Comparing comparing;
  private final PointStore store;
  private final ReadOnlyObjectWrapper<@Nullable Suggestion> suggestion =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunningJob> running = new ReadOnlyObjectWrapper<>();
  private List<Trial> trials = List.of();

  Optimizing(
      JobRunner jobs,
      Precedence precedence,
      Assessing assessing,
      Comparing comparing,
      PointStore store) {
    this.jobs = jobs;
    this.precedence = precedence;
    this.assessing = assessing;
    this.comparing = comparing;
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
    running.set(null);
    trials = List.of();
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
    var search = new Search(objective, List.of(), layers);
    var known = assessing.of(from.coding());
    var found = new ArrayList<Trial>();
    trials = found;
    PointListener points =
        (layer, point) ->
            jobs.onWindow(() -> during(found, () -> assessing.note(from.coding(), layer, point)));
    var job =
        jobs.start(
            Lane.WORK,
            "Optimizing settings",
            precedence.givingWay(
                progress -> {
                  progress.begin("Optimizing settings", 100);
                  var choosing =
                      new ConfigurationSearch(
                          subject.network(),
                          setup.onValidation(),
                          from.coding(),
                          new ModelEncoder(),
                          setup.chooseBy().known(store, from.coding(), progress),
                          trial -> jobs.onWindow(() -> during(found, () -> heard(trial, found))));
                  var fine =
                      choosing.assess(
                          layers,
                          AssessmentPlan.Adaptive.upTo(deepest(objective)),
                          points,
                          progress.part(80));
                  var all = Curves.merged(fine, known);
                  return choosing.choose(all, objective, points, progress.part(20));
                }),
            result -> found(from.coding(), search, result));
    running.set(job);
    job.onEnd(
        end -> {
          if (running.get() == job) {
            running.set(null);
            if (end == RunningJob.State.CANCELLED) {
              Suggestion.bestOf(found, search, subject.network().originalBytes())
                  .ifPresent(suggestion::set);
            }
          }
        });
  }

  /**
   * Searches for the smallest file within a loss in which each layer has whichever of some coders
   * serves it best. What was learnt of single coders on the way stays in the store.
   *
   * @param coders their ids, at least one
   */
  void mix(
      Subject subject,
      EvaluationSetup setup,
      Configuration from,
      List<String> coders,
      Objective.LeastSize objective) {
    forget();
    var found = new ArrayList<Trial>();
    trials = found;
    var layers = subject.unlocked(from);
    var plan =
        new ComparisonPlan(
            subject.network(),
            layers,
            from.coding(),
            AssessmentPlan.Adaptive.upTo(deepest(objective)),
            deepest(objective));
    PointListener points =
        (layer, point) ->
            jobs.onWindow(
                () ->
                    during(
                        found,
                        () ->
                            assessing.note(from.coding().withCodec(point.coder()), layer, point)));
    var job =
        jobs.start(
            Lane.WORK,
            "Mixing coders",
            precedence.givingWay(
                progress ->
                    new MixedSearch(plan, setup.chooseBy(), store).find(coders, points, progress)),
            result -> mixed(found, new Search(objective, coders, layers), result));
    running.set(job);
    job.onEnd(
        end -> {
          if (running.get() == job) {
            running.set(null);
          }
        });
  }

  /** Its curves are of many coders, and none of theirs alone. */
  private void mixed(List<Trial> found, Search search, SearchResult result) {
    result.trials().forEach(trial -> during(found, () -> heard(trial, found)));
    suggestion.set(Suggestion.of(result, search));
  }

  /** What a search tells is of no concern when another one or another network took its place. */
  @SuppressWarnings("ReferenceEquality") // the list stands for its search
  private void during(List<Trial> found, Runnable news) {
    if (trials == found) {
      news.run();
    }
  }

  private void heard(Trial trial, List<Trial> found) {
    found.add(trial);
    comparing.add(trial.measuredOn(Split.VALIDATION));
  }

  private void found(Coding with, Search search, SearchResult result) {
    assessing.learn(with, result.assessment());
    suggestion.set(Suggestion.of(result, search));
  }

  /** How far a layer's loss is of interest: a size may cost more than one expects. */
  private static double deepest(Objective objective) {
    return switch (objective) {
      case Objective.LeastSize(double loss) -> loss;
      case Objective.LeastLoss(long bytes) -> 5;
    };
  }
}
