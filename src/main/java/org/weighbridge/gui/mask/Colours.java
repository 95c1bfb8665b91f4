package org.weighbridge.gui.mask;

/**
 * Colour maps as 0xAARRGGBB: viridis (van der Walt and Smith 2015, CC0) for densities, and blue to
 * white to vermillion for signed values. Both are read the same by people with any colour vision.
 */
final class Colours {
  /** A pruned weight, or one without a scale to compare it with. */
  static final int ZERO = 0xFFF7F7F7;

  /** What is no number: NaN. */
  static final int NOT_A_NUMBER = 0xFFFF00FF;

  private static final int[] VIRIDIS_STOPS = {
    0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151,
    0xBDDF26, 0xFDE725
  };
  private static final int[] DIVERGING_STOPS = {
    0x00436B, 0x0072B2, 0x6FB1DC, 0xF7F7F7, 0xF0A27A, 0xD55E00, 0x7F3000
  };
  private static final int[] VIRIDIS = table(VIRIDIS_STOPS);
  private static final int[] DIVERGING = table(DIVERGING_STOPS);

  private Colours() {}

  /**
   * @param density 0 to 1
   * @param top the density with the brightest colour
   */
  static int density(float density, float top) {
    return VIRIDIS[Math.clamp(Math.round(density / top * 255), 0, 255)];
  }

  /**
   * @param weight any value; {@code -scale} is the strongest blue, {@code scale} the strongest
   *     vermillion
   */
  static int weight(float weight, float scale) {
    if (Float.isNaN(weight)) {
      return NOT_A_NUMBER;
    }
    return weight == 0f || scale == 0f
        ? ZERO
        : DIVERGING[Math.clamp(Math.round(127.5f + 127.5f * weight / scale), 0, 255)];
  }

  private static int[] table(int[] stops) {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      double at = i / 255.0 * (stops.length - 1);
      int stop = Math.min((int) at, stops.length - 2);
      table[i] = 0xFF000000 | mix(stops[stop], stops[stop + 1], at - stop);
    }
    return table;
  }

  private static int mix(int from, int to, double part) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 255;
      int b = to >> shift & 255;
      mixed |= (int) Math.round(a + part * (b - a)) << shift;
    }
    return mixed;
  }
}
