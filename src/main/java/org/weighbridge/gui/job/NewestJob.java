package org.weighbridge.gui.job;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.weighbridge.job.Job;

/** One job at a time: a new one cancels the one before, whose result then reaches nobody. */
public final class NewestJob {
  private final JobRunner jobs;
  private final Lane lane;
  private @Nullable RunningJob running;

  public NewestJob(JobRunner jobs, Lane lane) {
    this.jobs = jobs;
    this.lane = lane;
  }

  /** Starts a job in place of the one before; as {@link JobRunner#start}. */
  public <T> void start(String title, Job<T> job, Consumer<? super T> done) {
    cancel();
    running = jobs.start(lane, title, job, done);
  }

  public void cancel() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }
}
