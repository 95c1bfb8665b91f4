package org.weighbridge.gui.error;

import java.util.function.IntPredicate;
import org.weighbridge.job.Progress;

/**
 * What one way of coding did to the kept weights of a layer.
 *
 * @param name for the legend
 * @param details what else the way of coding is known by; empty for nothing
 * @param counts of errors, one per bin
 * @param beyond errors beyond the bins
 * @param weights kept weights that were looked at
 * @param maxError largest |decoded - original| of them
 * @param outside fraction of them whose error is above the bound, 0 to 1
 * @param psnr peak signal-to-noise ratio in decibels, pruned weights included as everywhere in the
 *     program: the range of the values over the root of the mean squared error; infinite without
 *     any error
 * @param original a sample of the weights, evenly taken
 * @param decoded what became of the sample
 */
@SuppressWarnings("ArrayRecordComponent") // never written to after it was made
record ErrorSide(
    String name,
    String details,
    double[] counts,
    long beyond,
    long weights,
    double maxError,
    double outside,
    double psnr,
    float[] original,
    float[] decoded) {
  /** More points than this hide each other. */
  static final int MOST_POINTS = 20_000;

  private static final int CHECKED = 0xFFFF;

  /** Whether the points are a part of the weights. */
  boolean sampled() {
    return original.length < weights;
  }

  /** The largest error of the kept weights that are chosen. */
  static double maxError(
      float[] original, Decoded decoded, IntPredicate chosen, Progress progress) {
    double most = 0;
    for (int i = 0; i < original.length; i++) {
      if ((i & CHECKED) == 0) {
        progress.check();
      }
      if (original[i] != 0 && Float.isFinite(original[i]) && chosen.test(i)) {
        most = Math.max(most, Math.abs((double) decoded.at(i) - original[i]));
      }
    }
    return most;
  }

  /**
   * Counts the errors.
   *
   * @param chosen which places of the layer are looked at
   */
  static ErrorSide of(
      String name,
      String details,
      float[] original,
      Decoded decoded,
      IntPredicate chosen,
      ErrorBins bins,
      Progress progress) {
    long weights = 0;
    long finite = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < original.length; i++) {
      if ((i & CHECKED) == 0) {
        progress.check();
      }
      if (Float.isFinite(original[i]) && chosen.test(i)) {
        finite++;
        weights += original[i] == 0 ? 0 : 1;
        low = Math.min(low, original[i]);
        high = Math.max(high, original[i]);
      }
    }
    int stride = (int) Math.max(1, (weights + MOST_POINTS - 1) / MOST_POINTS);
    int points = (int) ((weights + stride - 1) / stride);
    var from = new float[points];
    var to = new float[points];
    var counts = new double[bins.count()];
    long beyond = 0;
    long outside = 0;
    double most = 0;
    double squares = 0;
    long seen = 0;
    for (int i = 0; i < original.length; i++) {
      if ((i & CHECKED) == 0) {
        progress.check();
      }
      if (!looked(original, i, chosen)) {
        continue;
      }
      float now = decoded.at(i);
      double error = (double) now - original[i];
      int bin = bins.of(error);
      if (bin < 0) {
        beyond++;
      } else {
        counts[bin]++;
      }
      outside += Math.abs(error) > bins.bound() ? 1 : 0;
      most = Math.max(most, Math.abs(error));
      squares += error * error;
      if (seen % stride == 0) {
        from[(int) (seen / stride)] = original[i];
        to[(int) (seen / stride)] = now;
      }
      seen++;
    }
    double psnr =
        squares == 0
            ? Double.POSITIVE_INFINITY
            : 20 * Math.log10(high - low) - 10 * Math.log10(squares / finite);
    double fraction = weights == 0 ? 0 : (double) outside / weights;
    return new ErrorSide(name, details, counts, beyond, weights, most, fraction, psnr, from, to);
  }

  private static boolean looked(float[] original, int i, IntPredicate chosen) {
    return original[i] != 0 && Float.isFinite(original[i]) && chosen.test(i);
  }
}
