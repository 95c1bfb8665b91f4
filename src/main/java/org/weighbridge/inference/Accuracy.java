package org.weighbridge.inference;

/**
 * How many samples a network classifies correctly, or as the uncompressed network does where labels
 * are missing.
 *
 * @param samples how many were tried, at least 1
 * @param correct how many were right
 * @param kind what {@code correct} counts
 */
public record Accuracy(int samples, int correct, Kind kind) {
  /** What accuracy is measured against. */
  public enum Kind {
    /** The labels of the data set. */
    LABELS,
    /** The predictions of the uncompressed network. */
    AGREEMENT
  }

  /** The fraction that is right, 0 to 1. */
  public double top1() {
    return (double) correct / samples;
  }

  /**
   * The loss from {@code before} to this in percentage points; negative when this is better. On
   * equally many samples it is the quotient of whole numbers nearest to the truth, so that 30 of
   * 10,000 compare as 0.3.
   */
  public double lossPointsFrom(Accuracy before) {
    return samples == before.samples
        ? 100.0 * (before.correct - correct) / samples
        : 100 * (before.top1() - top1());
  }

  /** Wilson's 95 % interval of {@link #top1()}: lower end, 0 to 1. */
  public double low() {
    return wilson(-1);
  }

  /** Wilson's 95 % interval of {@link #top1()}: upper end, 0 to 1. */
  public double high() {
    return wilson(1);
  }

  private double wilson(int sign) {
    double z = 1.959963984540054;
    double n = samples;
    double p = top1();
    double centre = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return Math.clamp((centre + sign * half) / (1 + z * z / n), 0, 1);
  }
}
