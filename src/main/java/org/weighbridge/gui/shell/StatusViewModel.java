package org.weighbridge.gui.shell;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.RunningJob;
import org.weighbridge.job.ProgressState;

/**
 * What the status bar says of the job in front: the oldest one, because it is the one that runs.
 */
public final class StatusViewModel {
  private final JobRunner jobs;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("Ready");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ChangeListener<ProgressState> progress = (o, before, now) -> show(now);
  private @Nullable RunningJob front;

  public StatusViewModel(JobRunner jobs) {
    this.jobs = jobs;
    jobs.running().addListener((Observable change) -> follow());
    follow();
  }

  public ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  /** 0 to 1, negative when unknown. */
  public ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  private void follow() {
    var next = jobs.running().isEmpty() ? null : jobs.running().getFirst();
    if (next == front) {
      return;
    }
    if (front != null) {
      front.progress().removeListener(progress);
    }
    front = next;
    busy.set(next != null);
    if (next == null) {
      text.set("Ready");
      fraction.set(-1);
    } else {
      next.progress().addListener(progress);
      show(next.progress().get());
    }
  }

  private void show(ProgressState state) {
    var line = new StringBuilder(state.task());
    if (!state.step().isEmpty()) {
      line.append(" · ").append(state.step());
    }
    if (front != null) {
      front
          .timeLeft()
          .ifPresent(
              left -> line.append(" · ").append(Numbers.duration(left.toNanos())).append(" left"));
    }
    text.set(line.toString());
    fraction.set(state.fraction());
  }
}
