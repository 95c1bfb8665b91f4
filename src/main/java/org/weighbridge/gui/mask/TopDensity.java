package org.weighbridge.gui.mask;

import java.util.Arrays;

/**
 * The density with the brightest colour: a round number that few blocks of the whole matrix exceed,
 * so that the picture of a layer with 5 % of its weights left is not one dark field.
 */
final class TopDensity {
  private static final int OVERVIEW = 96;
  private static final double QUANTILE = 0.995;
  private static final float[] ROUND = {0.01f, 0.02f, 0.05f, 0.1f, 0.2f, 0.4f, 0.6f, 0.8f, 1f};

  private TopDensity() {}

  static float of(DensityPyramid pyramid) {
    int level = 0;
    while (level + 1 < pyramid.levels().size() && longest(pyramid, level + 1) >= OVERVIEW) {
      level++;
    }
    DensityPyramid.Level cells = pyramid.levels().get(level);
    float area = 1 << (2 * cells.shift());
    float[] densities = new float[cells.kept().length];
    for (int i = 0; i < densities.length; i++) {
      densities[i] = cells.kept()[i] / area; // too small at the edge, where it matters little
    }
    Arrays.sort(densities);
    float high = densities[(int) (QUANTILE * (densities.length - 1))];
    for (float round : ROUND) {
      if (high <= round) {
        return round;
      }
    }
    return 1;
  }

  private static int longest(DensityPyramid pyramid, int level) {
    DensityPyramid.Level cells = pyramid.levels().get(level);
    return Math.max(cells.rows(), cells.columns());
  }
}
