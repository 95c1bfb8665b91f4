package org.weighbridge.training;

/**
 * In how many rounds of the same length the stage of pruning goes its way from nothing to
 * everything; how much each round takes is the business of the {@link
 * org.weighbridge.prune.Schedule}.
 *
 * @param rounds at least 1: everything at once; a few: prune a little, retrain, and again (Han et
 *     al., Learning both Weights and Connections, 2015); many: gradual pruning (Zhu and Gupta, To
 *     prune, or not to prune, 2017)
 */
public record PruningSchedule(int rounds) {
  public static final PruningSchedule ONE_SHOT = new PruningSchedule(1);
  public static final PruningSchedule GRADUAL = new PruningSchedule(100);

  public PruningSchedule {
    if (rounds < 1) {
      throw new IllegalArgumentException(rounds + " rounds of pruning");
    }
  }

  /**
   * How far pruning has come, as {@link org.weighbridge.prune.Pruner} takes it; 1 in the last
   * round.
   *
   * @param step counted from 0 from the stage's begin on
   * @param steps how many the stage has
   */
  double done(long step, long steps) {
    return (double) (step * rounds / steps + 1) / rounds;
  }
}
