package org.weighbridge.gui.workbench;

/**
 * The error bounds that one layer's slider reaches.
 *
 * @param least above 0
 * @param most at least {@code least}
 */
public record BoundRange(double least, double most) {
  private static final double ROUNDING = 1e-9;

  /** What is of interest in most layers. */
  public static final BoundRange USUAL = new BoundRange(1e-4, 2e-1);

  /**
   * Up to the first power of ten that is no smaller than any weight: a search goes as far, and all
   * larger bounds do the same to the layer.
   */
  static BoundRange reaching(double largestWeight) {
    return USUAL.including(Math.max(largestWeight, USUAL.most()));
  }

  public double clamp(double bound) {
    return Math.clamp(bound, least, most);
  }

  /**
   * Up or down to the power of ten beyond this bound, when it is outside: a search may choose any.
   */
  public BoundRange including(double bound) {
    double power = Math.log10(bound);
    return new BoundRange(
        bound < least ? tenTo(Math.floor(power + ROUNDING)) : least,
        bound > most ? tenTo(Math.ceil(power - ROUNDING)) : most);
  }

  private static double tenTo(double power) {
    return Double.parseDouble("1e" + (int) power);
  }
}
