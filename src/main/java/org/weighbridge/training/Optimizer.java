package org.weighbridge.training;

/** How gradients move parameters. */
public sealed interface Optimizer {
  /** How many numbers it remembers for every parameter. */
  int moments();

  /**
   * Stochastic gradient descent with momentum: {@code v = momentum × v - rate × g}, {@code w += v};
   * with Nesterov's look ahead {@code w += momentum × v - rate × g}.
   *
   * @param momentum 0 to 1 exclusive
   */
  record Sgd(double momentum, boolean nesterov) implements Optimizer {
    public Sgd {
      if (!(momentum >= 0 && momentum < 1)) {
        throw new IllegalArgumentException("momentum " + momentum + " is not from 0 to below 1");
      }
    }

    @Override
    public int moments() {
      return 1;
    }
  }

  /**
   * Adam with its bias corrections (Kingma and Ba, <a href="https://arxiv.org/abs/1412.6980">Adam:
   * A Method for Stochastic Optimization</a>, 2015).
   *
   * @param beta1 how much of the mean gradient stays, 0 to 1 exclusive
   * @param beta2 how much of the mean squared gradient stays, 0 to 1 exclusive
   * @param epsilon added to the root, above 0
   */
  record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
    public Adam {
      boolean betas = beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1;
      if (!betas || !(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Adam with beta1 " + beta1 + ", beta2 " + beta2 + " and epsilon " + epsilon);
      }
    }

    /** As the paper recommends. */
    public static Adam usual() {
      return new Adam(0.9, 0.999, 1e-8);
    }

    @Override
    public int moments() {
      return 2;
    }
  }
}
