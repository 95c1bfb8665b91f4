package org.weighbridge.experiment;

import java.util.function.Function;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.optimizer.Choice;

/** What an optimizer chooses from: points that may grow while it does. */
interface Curves {
  /** What has been assessed so far. */
  Assessment assessment();

  /** Adds a smaller bound to every layer that loses something. Returns whether there was one. */
  boolean lower();

  /** Chooses, where finer points help from finer ones. */
  Choice choose(Function<Assessment, Choice> optimizer);

  /** Points that stay as they are, such as those of several coders. */
  record Fixed(Assessment assessment) implements Curves {
    @Override
    public boolean lower() {
      return false;
    }

    @Override
    public Choice choose(Function<Assessment, Choice> optimizer) {
      return optimizer.apply(assessment);
    }
  }
}
