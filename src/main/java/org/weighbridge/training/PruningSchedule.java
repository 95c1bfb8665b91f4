package org.weighbridge.training;

/** When the density falls in the stage of pruning. */
public sealed interface PruningSchedule {
  /**
   * How far pruning has come, as {@link org.weighbridge.prune.Pruner} takes it.
   *
   * @param time the part of the stage that is over, 0 to 1
   */
  double done(double time);

  /** Everything at once, at the begin of the stage. */
  record OneShot() implements PruningSchedule {
    @Override
    public double done(double time) {
      return 1;
    }
  }

  /**
   * Prune a little, retrain, and again (Han et al., Learning both Weights and Connections, 2015).
   *
   * @param count at least 1; each takes the same number of epochs
   */
  record Rounds(int count) implements PruningSchedule {
    public Rounds {
      if (count < 1) {
        throw new IllegalArgumentException(count + " rounds of pruning");
      }
    }

    @Override
    public double done(double time) {
      double round = Math.min(count, Math.floor(time * count) + 1);
      return cubic(round / count);
    }
  }

  /**
   * A little every few steps, fast at first while there is plenty: {@code 1 - (1 - time)³} (Zhu and
   * Gupta, <a href="https://arxiv.org/abs/1710.01878">To prune, or not to prune</a>, 2017).
   */
  record Gradual() implements PruningSchedule {
    @Override
    public double done(double time) {
      return cubic(time);
    }
  }

  private static double cubic(double time) {
    double left = 1 - Math.min(1, time);
    return 1 - left * left * left;
  }
}
