package org.weighbridge.benchmark;

import org.weighbridge.job.Progress;

/** Lets a measured codec be cancelled, but not spend its time on telling how far it is. */
record OnlyCancelled(Progress progress) implements Progress {
  @Override
  public void begin(String task, long units) {}

  @Override
  public void step(String text) {}

  @Override
  public void worked(long units) {}

  @Override
  public Progress part(long units) {
    return this;
  }

  @Override
  public void check() {
    progress.check();
  }
}
