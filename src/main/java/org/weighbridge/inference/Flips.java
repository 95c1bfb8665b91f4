package org.weighbridge.inference;

import static java.lang.Math.exp;
import static java.lang.Math.log;

/**
 * What changed between two networks on the same samples.
 *
 * @param broken right before, wrong after
 * @param mended wrong before, right after
 */
public record Flips(int broken, int mended) {
  private static final Flips NONE = new Flips(0, 0);

  /** Nothing changed. */
  public static Flips none() {
    return NONE;
  }

  /**
   * McNemar's exact test: how probable flips at least as one-sided are, were broken and mended
   * equally likely. Two-sided, 0 to 1; 1 without flips.
   *
   * <p>McNemar, Note on the sampling error of the difference between correlated proportions or
   * percentages, Psychometrika 12 (1947), with the binomial distribution instead of its
   * approximation.
   */
  public double pValue() {
    int flips = broken + mended;
    int fewer = Math.min(broken, mended);
    double logTerm = -flips * log(2); // of C(flips, 0) / 2^flips
    double tail = exp(logTerm);
    for (int k = 1; k <= fewer; k++) {
      logTerm += log(flips - k + 1.0) - log(k);
      tail += exp(logTerm);
    }
    return Math.min(1, 2 * tail);
  }
}
