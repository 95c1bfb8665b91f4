package org.weighbridge.figure;

/**
 * The colour map viridis (van der Walt and Smith, 2015): even steps to the eye, readable in grey
 * and with any colour vision. Given by 20 of its colours, linear in between.
 */
public final class Viridis {
  private static final int[] ANCHORS = {
    0x440154, 0x481567, 0x482677, 0x453781, 0x404788, 0x39568C, 0x33638D, 0x2D708E, 0x287D8E,
    0x238A8D, 0x1F968B, 0x20A387, 0x29AF7F, 0x3CBB75, 0x55C667, 0x73D055, 0x95D840, 0xB8DE29,
    0xDCE319, 0xFDE725
  };

  private Viridis() {}

  /**
   * A colour as 0xRRGGBB.
   *
   * @param place 0 (dark blue) to 1 (yellow); beyond, the colour of the nearer end; NaN is dark
   */
  public static int rgb(double place) {
    double at = Math.clamp(Double.isNaN(place) ? 0 : place, 0, 1) * (ANCHORS.length - 1);
    int lower = Math.min((int) at, ANCHORS.length - 2);
    double share = at - lower;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = ANCHORS[lower] >> shift & 0xFF;
      int to = ANCHORS[lower + 1] >> shift & 0xFF;
      rgb |= (int) Math.round(from + share * (to - from)) << shift;
    }
    return rgb;
  }
}
