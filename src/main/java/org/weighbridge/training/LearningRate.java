package org.weighbridge.training;

/** The learning rate as a function of time within a stage. */
public sealed interface LearningRate {
  /**
   * The rate of a step.
   *
   * @param epoch passes over the samples since the stage began, fractions included
   * @param epochs how long the stage lasts
   */
  double at(double epoch, int epochs);

  /** The same course from another rate on. */
  LearningRate scaledTo(double rate);

  /** The rate before any fall or rise. */
  double rate();

  /** The same rate all the time. */
  record Constant(double rate) implements LearningRate {
    public Constant {
      checkRate(rate);
    }

    @Override
    public double at(double epoch, int epochs) {
      return rate;
    }

    @Override
    public Constant scaledTo(double other) {
      return new Constant(other);
    }
  }

  /**
   * Multiplied by a factor every few epochs.
   *
   * @param factor above 0, at most 1
   * @param every in epochs, at least 1
   */
  record Steps(double rate, double factor, int every) implements LearningRate {
    public Steps {
      checkRate(rate);
      if (!(factor > 0 && factor <= 1) || every < 1) {
        throw new IllegalArgumentException(
            "a learning rate times " + factor + " every " + every + " epochs");
      }
    }

    @Override
    public double at(double epoch, int epochs) {
      return rate * StrictMath.pow(factor, Math.floor(epoch / every));
    }

    @Override
    public Steps scaledTo(double other) {
      return new Steps(other, factor, every);
    }
  }

  /** Falls to 0 by half a cosine (Loshchilov and Hutter, SGDR, 2016, without restarts). */
  record Cosine(double rate) implements LearningRate {
    public Cosine {
      checkRate(rate);
    }

    @Override
    public double at(double epoch, int epochs) {
      return rate * (1 + StrictMath.cos(Math.PI * Math.min(1, epoch / epochs))) / 2;
    }

    @Override
    public Cosine scaledTo(double other) {
      return new Cosine(other);
    }
  }

  /**
   * Rises from 0 in a straight line, then goes on as another rate.
   *
   * @param length of the rise in epochs, above 0
   * @param then has its own clock running from the stage's begin on
   */
  record WarmUp(double length, LearningRate then) implements LearningRate {
    public WarmUp {
      if (!(length > 0 && length < Double.POSITIVE_INFINITY) || then instanceof WarmUp) {
        throw new IllegalArgumentException("a warm-up of " + length + " epochs");
      }
    }

    @Override
    public double at(double epoch, int epochs) {
      return then.at(epoch, epochs) * Math.min(1, epoch / length);
    }

    @Override
    public WarmUp scaledTo(double other) {
      return new WarmUp(length, then.scaledTo(other));
    }

    @Override
    public double rate() {
      return then.rate();
    }
  }

  private static void checkRate(double rate) {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a learning rate of " + rate);
    }
  }
}
