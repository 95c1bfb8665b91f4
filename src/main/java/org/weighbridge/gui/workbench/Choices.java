package org.weighbridge.gui.workbench;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Coding;
import org.weighbridge.experiment.Configuration;
import org.weighbridge.experiment.PruningChoices;

/**
 * All that undo restores.
 *
 * @param base null while nothing is open
 * @param pruning of the base
 * @param configuration of coding the pruned network
 * @param lossBudget the accepted loss of accuracy in percentage points
 */
record Choices(
    @Nullable Base base, PruningChoices pruning, Configuration configuration, double lossBudget) {
  private static final double FIRST_BUDGET = 0.3;

  /** Of no network. */
  static final Choices NOTHING =
      new Choices(
          null, PruningChoices.NONE, new Configuration(Coding.DEFAULT, Map.of()), FIRST_BUDGET);

  Choices withPruning(PruningChoices other) {
    return new Choices(base, other, configuration, lossBudget);
  }

  Choices withConfiguration(Configuration other) {
    return new Choices(base, pruning, other, lossBudget);
  }

  Choices withLossBudget(double other) {
    return new Choices(base, pruning, configuration, other);
  }

  /** A retrained network takes the place of the one that was pruned: its zeros are its own. */
  Choices kept(Base retrained) {
    return new Choices(retrained, PruningChoices.NONE, configuration, lossBudget);
  }
}
