package org.weighbridge.gui.workbench;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.job.Job;

/** Ties the network at hand to the data at hand, again whenever one of them is another one. */
final class Evaluating {
  private final JobRunner jobs;
  private final Supplier<@Nullable Subject> subject;
  private final ReadOnlyObjectWrapper<@Nullable EvaluationSetup> evaluation =
      new ReadOnlyObjectWrapper<>();
  private @Nullable EvaluationSetup last;
  private @Nullable RunningJob binding;
  private final ReadOnlyObjectWrapper<Awaited> awaited =
      new ReadOnlyObjectWrapper<>(Awaited.NOTHING);

  /**
   * Nothing is tied yet.
   *
   * @param subject the network at hand
   */
  Evaluating(JobRunner jobs, Supplier<@Nullable Subject> subject) {
    this.jobs = jobs;
    this.subject = subject;
  }

  /** Null until the network at hand is tied to data. */
  ReadOnlyObjectProperty<@Nullable EvaluationSetup> evaluation() {
    return evaluation.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Awaited> awaited() {
    return awaited.getReadOnlyProperty();
  }

  @Nullable EvaluationSetup get() {
    return evaluation.get();
  }

  /** The data at hand, even while the network is being tied to it anew; null when there is none. */
  @Nullable EvaluationSetup data() {
    return last;
  }

  /**
   * Reads a data set and ties the network to it.
   *
   * @param check refuses samples, off the window's thread
   */
  void open(String where, Consumer<Dataset> check) {
    var network = subject.get();
    if (network != null) {
      start(
          Awaited.DATA,
          "Reading " + where,
          network,
          progress -> EvaluationSetup.open(where, check, network, progress));
    }
  }

  /**
   * The network at hand is another one: nothing measured before holds, the data stays. Data that is
   * being read is tied to it when it is there.
   */
  void rebind() {
    drop();
    if (awaited.get() == Awaited.DATA) {
      return;
    }
    var network = subject.get();
    var data = last;
    if (network != null && data != null) {
      start(
          Awaited.BASELINE,
          "Evaluating " + network.network().name(),
          network,
          progress -> data.with(network, progress));
    }
  }

  /** Another network, which may want other data. */
  void forget() {
    cancelBinding();
    drop();
    last = null;
  }

  private void start(Awaited what, String title, Subject network, Job<EvaluationSetup> work) {
    cancelBinding();
    var job = jobs.start(Lane.WORK, title, work, setup -> bound(network, setup));
    binding = job;
    awaited.set(what);
    job.onEnd(
        end -> {
          if (binding == job) {
            binding = null;
            awaited.set(Awaited.NOTHING);
          }
        });
  }

  private void cancelBinding() {
    if (binding != null) {
      binding.cancel();
      binding = null;
      awaited.set(Awaited.NOTHING);
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very state that the job began with
  private void bound(Subject measured, EvaluationSetup setup) {
    last = setup;
    awaited.set(Awaited.NOTHING);
    if (subject.get() == measured) {
      drop();
      evaluation.set(setup);
    } else {
      close(setup);
      rebind();
    }
  }

  private void drop() {
    var old = evaluation.get();
    evaluation.set(null);
    if (old != null) {
      close(old);
    }
  }

  /** Closes on the lane of measurements, after those that are still running. */
  private void close(EvaluationSetup setup) {
    var unused =
        jobs.start(
            Lane.MEASURE,
            "Closing " + setup.where(),
            progress -> {
              setup.close();
              return setup;
            },
            closed -> {});
  }
}
