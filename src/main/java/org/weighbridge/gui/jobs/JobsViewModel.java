package org.weighbridge.gui.jobs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.Lane;
import org.weighbridge.gui.job.RunningJob;

/**
 * Running jobs, newest first, above those that have ended.
 *
 * <p>What follows every move of a slider by itself is listed only when it takes long or fails: a
 * drag starts hundreds of such jobs, and nobody wants to read of them.
 */
public final class JobsViewModel {
  /** So many ended jobs are remembered. */
  static final int KEPT = 100;

  /** Jobs that nobody asked for by name are listed from here on. */
  static final Duration LONG = Duration.ofSeconds(1);

  private final JobRunner jobs;
  private final Set<RunningJob> followed = new HashSet<>();
  private final Deque<JobRow> ended = new ArrayDeque<>();
  private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

  public JobsViewModel(JobRunner jobs) {
    this.jobs = jobs;
    jobs.running().addListener((Observable change) -> follow());
    follow();
  }

  ObservableList<JobRow> rows() {
    return rows;
  }

  /** How many of the listed jobs have not ended. */
  public ReadOnlyIntegerProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Looks at the clock and at the progress of all jobs: to be called some times in a second. */
  void tick() {
    if (!followed.isEmpty()) {
      show();
    }
  }

  void cancel(JobRow row) {
    row.job().cancel();
    show();
  }

  /** Forgets the jobs that have ended. */
  void clear() {
    ended.clear();
    show();
  }

  private void follow() {
    for (RunningJob job : List.copyOf(jobs.running())) {
      if (followed.add(job)) {
        job.onEnd(end -> end(job));
      }
    }
    show();
  }

  private void end(RunningJob job) {
    followed.remove(job);
    if (listed(job)) {
      ended.addFirst(JobRow.of(job));
      if (ended.size() > KEPT) {
        ended.removeLast();
      }
    }
    show();
  }

  private static boolean listed(RunningJob job) {
    return job.lane() == Lane.WORK
        || job.state() == RunningJob.State.FAILED
        || job.elapsed().compareTo(LONG) >= 0;
  }

  /** Rows change in place, so that a selection or a click under way is not lost. */
  private void show() {
    var now = new ArrayList<JobRow>();
    for (RunningJob job : jobs.running().reversed()) {
      if (job.state() == RunningJob.State.RUNNING && listed(job)) {
        now.add(JobRow.of(job));
      }
    }
    running.set(now.size());
    now.addAll(ended);
    for (int i = 0; i < now.size(); i++) {
      if (i >= rows.size()) {
        rows.add(now.get(i));
      } else if (!now.get(i).equals(rows.get(i))) {
        rows.set(i, now.get(i));
      }
    }
    rows.remove(now.size(), rows.size());
  }
}
