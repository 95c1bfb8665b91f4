package org.weighbridge.codec.mixing;

import java.util.Arrays;

/**
 * Linear regression that learns from one observation after the other: recursive least squares with
 * a Gaussian prior (ridge regression), as in lossless audio and image coders. Plain double
 * additions, multiplications and divisions in a fixed order, so that every machine predicts alike.
 */
public final class LeastSquares {
  private final double[] weights;

  /**
   * How uncertain the weights are: their covariance in units of the noise's variance, row-major.
   */
  private final double[] covariance;

  /** Covariance times features. */
  private final double[] gain;

  private int size;

  /**
   * Weights that are 0 with a variance that is the same for all.
   *
   * @param size the number of features
   */
  public LeastSquares(int size, double variance) {
    weights = new double[size];
    covariance = new double[size * size];
    gain = new double[size];
    restart(size, variance);
  }

  /** Forgets everything; from now on there are so many features, no more than at first. */
  public void restart(int features, double variance) {
    size = features;
    Arrays.fill(covariance, 0, size * size, 0);
    for (int i = 0; i < size; i++) {
      prior(i, 0, variance);
    }
  }

  /** Says before the first observation what a weight is likely to be. */
  public void prior(int feature, double weight, double variance) {
    weights[feature] = weight;
    covariance[feature * size + feature] = variance;
  }

  public double predict(double[] features) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /** Learns from what the features came with. */
  public void learn(double[] features, double predicted, double observed) {
    Arrays.fill(gain, 0);
    for (int i = 0; i < size; i++) {
      double feature = features[i];
      if (feature != 0) {
        int row = i * size;
        for (int j = 0; j < size; j++) {
          gain[j] += covariance[row + j] * feature;
        }
      }
    }
    double scale = 1;
    for (int i = 0; i < size; i++) {
      scale += features[i] * gain[i];
    }
    double error = (observed - predicted) / scale;
    for (int i = 0; i < size; i++) {
      double part = gain[i] / scale;
      if (part != 0) {
        int row = i * size;
        for (int j = 0; j < size; j++) {
          covariance[row + j] -= part * gain[j];
        }
        weights[i] += gain[i] * error;
      }
    }
  }
}
