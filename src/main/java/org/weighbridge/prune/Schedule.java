package org.weighbridge.prune;

/** How much of what shall go is gone, the further pruning has come. */
public enum Schedule {
  /** Everything at once. */
  ONE_SHOT("one shot") {
    @Override
    double gone(double done) {
      return done > 0 ? 1 : 0;
    }
  },
  /** The same number of weights in every round. */
  LINEAR("linear") {
    @Override
    double gone(double done) {
      return done;
    }
  },
  /**
   * Fast at first, while there is plenty (Zhu and Gupta, <a
   * href="https://arxiv.org/abs/1710.01878">To prune, or not to prune</a>, 2017).
   */
  CUBIC("cubic") {
    @Override
    double gone(double done) {
      double left = 1 - done;
      return 1 - left * left * left;
    }
  };

  private final String title;

  Schedule(String title) {
    this.title = title;
  }

  /** For people, in lower case. */
  public String title() {
    return title;
  }

  /**
   * The fraction of what shall go that is gone, 0 to 1.
   *
   * @param done 0 to 1
   */
  abstract double gone(double done);
}
