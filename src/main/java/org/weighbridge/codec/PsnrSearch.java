package org.weighbridge.codec;

import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.weighbridge.fault.Fault;

/**
 * Tightens a bound until a signal-to-noise ratio is reached: where it is missed, by as much as was
 * missing.
 */
public final class PsnrSearch {
  /** Bounds tried for one signal-to-noise ratio. */
  private static final int ROUNDS = 8;

  /** How much finer than the measured error asks for, so that rounds do not creep. */
  private static final double SAFETY = 0.98;

  private PsnrSearch() {}

  /**
   * The first trial that reaches the ratio.
   *
   * @param codec its name, for a fault
   * @param decibels asked for
   * @param start the absolute bound to begin with
   * @param trial codes with a bound
   * @param reached the ratio that a trial reached
   * @throws Fault when none does
   */
  public static <T> T run(
      String codec,
      double decibels,
      double start,
      DoubleFunction<T> trial,
      ToDoubleFunction<T> reached) {
    double bound = start;
    double best = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      T tried = trial.apply(bound);
      double psnr = reached.applyAsDouble(tried);
      if (psnr >= decibels) {
        return tried;
      }
      best = Math.max(best, psnr);
      double factor = SAFETY * Math.pow(10, (psnr - decibels) / 20);
      bound = Math.max(Double.MIN_VALUE, ErrorBound.roundedDown(bound * factor));
    }
    throw new Fault(
        String.format(
            Locale.ROOT,
            "%s reached a signal-to-noise ratio of %.1f dB at most and %.1f dB are asked for;"
                + " give a bound instead.",
            codec,
            best,
            decibels));
  }
}
