package org.weighbridge.job;

/**
 * Progress that is not shown, of work that can be cancelled.
 *
 * @param whole what it is a part of
 */
record QuietProgress(Progress whole) implements Progress {
  @Override
  public void begin(String task, long units) {}

  @Override
  public void step(String text) {}

  @Override
  public void worked(long units) {
    check();
  }

  @Override
  public Progress part(long units) {
    return this;
  }

  @Override
  public void check() {
    whole.check();
  }
}
