package org.weighbridge.gui.workbench;

import java.util.Collection;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Grain;
import org.weighbridge.experiment.PruningChoices;
import org.weighbridge.experiment.PruningMethod;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.Precedence;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.inference.Accuracy;
import org.weighbridge.network.LayerId;

/**
 * Prunes as the choices say, in two steps: while they move, masks and, where that is quick,
 * accuracy are shown of what they would make; when they rest, this becomes the network at hand.
 *
 * <p>Of choices that follow faster than masks can be made, only the newest is taken; what is under
 * way is left to end, so that a drag shows as many masks as can be had.
 */
public final class Pruning {
  /** A drag follows accuracies that take at most this long. */
  private static final long FOLLOWING_NANOS = 500_000_000L;

  private final JobRunner jobs;
  private final Precedence precedence;
  private final Steps<Choices> steps;
  private final History<PruningChoices> choices;
  private final Evaluating evaluating;
  private final Consumer<Subject> adopt;
  private final ReadOnlyObjectWrapper<@Nullable Subject> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Accuracy> accuracy = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable Subject subject;
  private @Nullable Subject measured;
  private @Nullable RunningJob making;
  private @Nullable RunningJob measuring;
  private boolean again;

  Pruning(
      JobRunner jobs,
      Precedence precedence,
      Steps<Choices> steps,
      Evaluating evaluating,
      Consumer<Subject> adopt) {
    this.jobs = jobs;
    this.precedence = precedence;
    this.steps = steps;
    this.choices = steps.part(Choices::pruning, Choices::withPruning);
    this.evaluating = evaluating;
    this.adopt = adopt;
    steps.current().addListener(change -> follow());
    steps.moving().addListener((o, before, now) -> follow());
  }

  /** The choices; their changes are undone in one order with all others. */
  public History<PruningChoices> choices() {
    return choices;
  }

  /** The network whose layers are shown: that at hand, or what a drag would make of it. */
  public ReadOnlyObjectProperty<@Nullable Subject> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Accuracy on the test split of what is shown, while it is not the network at hand yet. */
  public ReadOnlyObjectProperty<@Nullable Accuracy> accuracy() {
    return accuracy.getReadOnlyProperty();
  }

  /** Whether masks are being made. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Gives layers another number, as a part of a drag that {@link #settle} ends. */
  public void move(Collection<LayerId> layers, double value) {
    choices.move(choices.get().with(layers, value));
  }

  public void set(Collection<LayerId> layers, double value) {
    choices.set(choices.get().with(layers, value));
  }

  public void settle() {
    choices.settle();
  }

  public void setMethod(PruningMethod method) {
    if (choices.get().method() != method) {
      choices.set(choices.get().withMethod(method));
    }
  }

  public void setGrain(Grain grain) {
    choices.set(choices.get().withGrain(grain));
  }

  /** Leaves all layers as the base has them. */
  public void reset() {
    choices.set(choices.get().withMethod(choices.get().method()));
  }

  /** Another network is at hand. */
  @SuppressWarnings("ReferenceEquality") // the very network that was measured
  void show(@Nullable Subject now) {
    subject = now;
    if (now != measured) {
      measured = null;
      accuracy.set(null);
    }
    shown.set(now);
  }

  private void follow() {
    var now = shown.get();
    var wanted = steps.get();
    var base = wanted.base();
    if (now == null || base == null) {
      return;
    }
    if (now.is(base, wanted.pruning())) {
      again = false;
      rest(now);
    } else if (making != null) {
      again = true;
    } else {
      make(now, base, wanted.pruning());
    }
  }

  private void make(Subject from, Base base, PruningChoices wanted) {
    again = false;
    busy.set(true);
    var job =
        jobs.start(
            Lane.MASK,
            "Pruning " + from.original().name(),
            precedence.urgent(progress -> from.pruned(base, wanted, progress)),
            made -> made(from, made));
    making = job;
    job.onEnd(
        end -> {
          making = null;
          busy.set(false);
          if (again) {
            follow();
          }
        });
  }

  @SuppressWarnings("ReferenceEquality") // the very state that the job began with
  private void made(Subject from, Subject made) {
    if (shown.get() != from) {
      return; // another model was opened meanwhile
    }
    shown.set(made);
    var wanted = steps.get();
    if (wanted.base() != null && made.is(wanted.base(), wanted.pruning())) {
      rest(made);
    }
    measure(made);
  }

  /** The choices are made: when no drag is on any more, their network is the one at hand. */
  @SuppressWarnings("ReferenceEquality") // one network at hand
  private void rest(Subject made) {
    if (!steps.moving().get() && made != subject) {
      subject = made;
      adopt.accept(made);
    }
  }

  /** Accuracy while a drag is on, on the samples of the network at hand. */
  @SuppressWarnings("ReferenceEquality") // one network at hand
  private void measure(Subject made) {
    var setup = evaluating.get();
    var against = subject;
    if (setup == null
        || against == null
        || made == against
        || !made.base().equals(against.base())
        || setup.baseline().nanos() > FOLLOWING_NANOS
        || measuring != null) {
      return;
    }
    var job =
        jobs.start(
            Lane.MEASURE,
            "Measuring accuracy",
            precedence.urgent(
                progress -> setup.onTest().evaluate(made.differingFrom(against), progress)),
            found -> found(made, found.accuracy()));
    measuring = job;
    job.onEnd(end -> measureNext(made));
  }

  private void found(Subject made, Accuracy found) {
    if (subject != null && made.base().equals(subject.base())) {
      measured = made;
      accuracy.set(found);
    }
  }

  @SuppressWarnings("ReferenceEquality") // whether there is news to measure
  private void measureNext(Subject made) {
    measuring = null;
    var now = shown.get();
    if (now != null && now != made) {
      measure(now);
    }
  }
}
