package org.weighbridge.recipe.run;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.weighbridge.job.Progress;

/** A step's progress, which says in front of everything which job and step it is. */
record JobProgress(Progress all, String prefix, BooleanSupplier unwanted) implements Progress {
  @Override
  public void begin(String task, long units) {
    all.begin(prefix + task, units);
  }

  @Override
  public void step(String text) {
    all.step(prefix + text);
  }

  @Override
  public void worked(long units) {
    all.worked(units);
    check();
  }

  @Override
  public Progress part(long units) {
    return new JobProgress(all.part(units), prefix, unwanted);
  }

  @Override
  public void check() {
    all.check();
    if (unwanted.getAsBoolean()) {
      throw new CancellationException("another step went wrong");
    }
  }
}
