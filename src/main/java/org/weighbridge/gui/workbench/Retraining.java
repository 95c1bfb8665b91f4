package org.weighbridge.gui.workbench;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.Network;
import org.weighbridge.training.TrainingPlan;
import org.weighbridge.training.TrainingState;
import org.weighbridge.training.gradient.GradientGraphs;

/**
 * Retrains the base under the masks that are chosen. What comes of it, and of a training that was
 * cancelled the best so far, waits beside the network at hand until it is kept or discarded.
 */
public final class Retraining {
  private final JobRunner jobs;
  private final Precedence precedence;
  private final Keeper keep;
  private final ReadOnlyObjectWrapper<Course> course = new ReadOnlyObjectWrapper<>(Course.NONE);
  private final ReadOnlyObjectWrapper<@Nullable RunningJob> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Retrained> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private @Nullable Base checked;
  private @Nullable TrainingRun run;

  /** Makes a retrained network the one at hand. */
  interface Keeper {
    /**
     * Keeps it.
     *
     * @param before accuracy of the network that was retrained
     * @param descent what made it, of a training that went to its end
     */
    void keep(Network network, Accuracy before, Optional<Descent> descent);
  }

  Retraining(JobRunner jobs, Precedence precedence, Keeper keep) {
    this.jobs = jobs;
    this.precedence = precedence;
    this.keep = keep;
  }

  /** How the newest training goes or went. */
  public ReadOnlyObjectProperty<Course> course() {
    return course.getReadOnlyProperty();
  }

  /** The training at work, null when there is none. */
  public ReadOnlyObjectProperty<@Nullable RunningJob> running() {
    return running.getReadOnlyProperty();
  }

  /** What is neither kept nor discarded yet. */
  public ReadOnlyObjectProperty<@Nullable Retrained> result() {
    return result.getReadOnlyProperty();
  }

  /** Why the network at hand cannot be differentiated; empty when it can. */
  public ReadOnlyStringProperty obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  /** The plan of the training that is at work or whose result waits. */
  public Optional<TrainingPlan> plan() {
    return Optional.ofNullable(run).map(TrainingRun::plan);
  }

  /** Starts afresh. */
  void start(Subject subject, EvaluationSetup setup, TrainingPlan plan) {
    forget();
    course.set(Course.NONE);
    var fresh = TrainingRun.of(subject, setup, plan);
    run = fresh;
    begin(fresh, Optional.empty());
  }

  /** Goes on where a cancelled training stopped. */
  public void resume() {
    var before = result.get();
    var begun = run;
    if (before != null && begun != null && running.get() == null) {
      before
          .state()
          .ifPresent(
              state -> {
                result.set(null);
                begin(begun, Optional.of(state));
              });
    }
  }

  public void cancel() {
    var job = running.get();
    if (job != null) {
      job.cancel();
    }
  }

  /** Makes the best network the one at hand. */
  public void keep() {
    var found = result.get();
    if (found != null && run != null) {
      var before = run.before();
      var descent =
          found.finished()
              ? Optional.of(run.descent(course.get().epochs()))
              : Optional.<Descent>empty();
      result.set(null);
      found.best().ifPresent(network -> keep.keep(network, before, descent));
    }
  }

  /** Drops what came of the training: the network at hand is as it was before. */
  public void discard() {
    forget();
    course.set(Course.NONE);
  }

  /**
   * Another network is at hand: a training of the one before is of no use any more. The course of a
   * training that was kept stays to be looked at.
   */
  void show(Subject subject) {
    forget();
    if (!subject.base().retrained()) {
      course.set(Course.NONE);
    }
    var base = subject.base();
    if (!base.equals(checked)) {
      checked = base;
      obstacle.set("");
      var unused =
          jobs.start(
              Lane.MASK,
              "Looking at the operators of " + base.network().name(),
              progress -> GradientGraphs.obstacle(base.network()).orElse(""),
              found -> {
                if (base.equals(checked)) {
                  obstacle.set(found);
                }
              });
    }
  }

  private void forget() {
    cancel();
    run = null;
    running.set(null);
    result.set(null);
  }

  private void begin(TrainingRun of, Optional<TrainingState> from) {
    var job =
        jobs.start(
            Lane.WORK,
            "Retraining " + of.start().name(),
            precedence.givingWay(
                progress -> {
                  var listener = new WindowListener(jobs, news -> during(of, () -> tell(news)));
                  try {
                    return of.train(from, progress, listener);
                  } catch (CancellationException e) {
                    var left = of.stopped();
                    jobs.onWindow(() -> during(of, () -> left.ifPresent(result::set)));
                    throw e;
                  }
                }),
            found -> during(of, () -> result.set(found)));
    running.set(job);
    job.onEnd(
        end -> {
          if (running.get() == job) {
            running.set(null);
          }
        });
  }

  private void tell(UnaryOperator<Course> news) {
    course.set(news.apply(course.get()));
  }

  /** What a training tells is of no concern when another one took its place. */
  @SuppressWarnings("ReferenceEquality") // one run at a time
  private void during(TrainingRun of, Runnable news) {
    if (run == of) {
      news.run();
    }
  }
}
