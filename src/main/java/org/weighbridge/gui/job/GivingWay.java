package org.weighbridge.gui.job;

import org.weighbridge.job.Progress;

/**
 * Progress of work that rests while something is urgent.
 *
 * @param progress of the work itself
 * @param owner the only thread that rests
 */
record GivingWay(Progress progress, Precedence precedence, Thread owner) implements Progress {
  @Override
  public void begin(String task, long units) {
    progress.begin(task, units);
  }

  @Override
  public void step(String text) {
    progress.step(text);
    check();
  }

  @Override
  public void worked(long units) {
    progress.worked(units);
    check();
  }

  @Override
  public Progress part(long units) {
    return new GivingWay(progress.part(units), precedence, owner);
  }

  @Override
  public void check() {
    if (Thread.currentThread().equals(owner)) {
      precedence.await(progress);
    } else {
      progress.check();
    }
  }
}
