package org.weighbridge.gui.job;

import org.weighbridge.job.Job;
import org.weighbridge.job.Progress;

/**
 * Lets long work rest while something is urgent: a drag, or the measurement that follows it. Both
 * want all processors, and the user waits for one of them only.
 */
public final class Precedence {
  /** How long resting work takes to learn that it is no longer wanted. */
  private static final int PATIENCE_MILLIS = 50;

  private int urgent;

  /** Something urgent begins. */
  public synchronized void enter() {
    urgent++;
  }

  /** Something urgent is over. */
  public synchronized void leave() {
    urgent--;
    notifyAll();
  }

  /** The job as something urgent, from the moment it runs. */
  public <T> Job<T> urgent(Job<T> job) {
    return progress -> {
      enter();
      try {
        return job.run(progress);
      } finally {
        leave();
      }
    };
  }

  /**
   * The job, resting wherever it asks whether it is still wanted. Only on its own thread: threads
   * of the pool have to be free for what is urgent. It must hold nothing that urgent work waits
   * for.
   */
  public <T> Job<T> givingWay(Job<T> job) {
    return progress -> job.run(new GivingWay(progress, this, Thread.currentThread()));
  }

  /** Returns when nothing is urgent; throws when the work is no longer wanted. */
  synchronized void await(Progress progress) {
    progress.check();
    while (urgent > 0) {
      try {
        wait(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      progress.check();
    }
  }
}
