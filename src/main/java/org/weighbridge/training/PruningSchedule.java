package org.weighbridge.training;

/**
 * When the density falls in the stage of pruning: in rounds of the same length, much in the first
 * ones, while there is plenty, and little in the last. After the fraction {@code t} of the rounds
 * {@code 1 - (1 - t)³} of what shall go is gone (Zhu and Gupta, <a
 * href="https://arxiv.org/abs/1710.01878">To prune, or not to prune</a>, 2017).
 *
 * @param rounds at least 1: everything at once; a few: prune a little, retrain, and again (Han et
 *     al., Learning both Weights and Connections, 2015); many: gradual pruning
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
    double left = 1 - (double) (step * rounds / steps + 1) / rounds;
    return 1 - left * left * left;
  }
}
