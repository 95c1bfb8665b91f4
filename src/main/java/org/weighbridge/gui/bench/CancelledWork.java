package org.weighbridge.gui.bench;

import java.util.List;
import java.util.OptionalLong;
import org.weighbridge.gui.job.JobRunner;
import org.weighbridge.gui.job.RunningJob;

/** All that was running when it was cancelled. */
final class CancelledWork {
  private final long began = System.nanoTime();
  private long ended;

  private CancelledWork() {}

  /** Cancels everything, on the window's thread. */
  static CancelledWork cancel(JobRunner jobs) {
    var work = new CancelledWork();
    for (RunningJob job : List.copyOf(jobs.running())) {
      job.cancel();
      job.onEnd(end -> work.ended = System.nanoTime());
    }
    return work;
  }

  /** From the cancel to the end of the last job; empty when nothing was running. */
  OptionalLong nanos() {
    return ended == 0 ? OptionalLong.empty() : OptionalLong.of(ended - began);
  }
}
