package org.weighbridge.prune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class PruningRuleTest {
  @Test
  void densityKeepsExactlyTheLargest() {
    for (int seed = 0; seed < 50; seed++) {
      var weights = gaussian(seed, 997);
      for (double keep : new double[] {0, 0.001, 0.08, 0.5, 0.999, 1}) {
        var pruned = prune(weights, new PruningRule.Density(keep));
        assertEquals(Math.round(keep * 997), pruned.nonZeros(), "seed " + seed + " keep " + keep);
        double smallestKept = Double.MAX_VALUE;
        double largestGone = 0;
        for (int i = 0; i < weights.size(); i++) {
          double magnitude = Math.abs(weights.values()[i]);
          if (pruned.values()[i] != 0) {
            assertEquals(weights.values()[i], pruned.values()[i]);
            smallestKept = Math.min(smallestKept, magnitude);
          } else {
            largestGone = Math.max(largestGone, magnitude);
          }
        }
        assertTrue(largestGone <= smallestKept, "seed " + seed);
      }
    }
  }

  @Test
  void thresholdKeepsWhatEqualsIt() {
    var pruned = prune(new PruningRule.Threshold(0.5), 0.5f, -0.5f, 0.49f, -0.6f, 0f);
    assertEquals(Tensor.of(Shape.of(5), 0.5f, -0.5f, 0f, -0.6f, 0f).toString(), pruned.toString());
    assertEquals(3, pruned.nonZeros());
  }

  @Test
  void qualityIsAFactorOfTheStandardDeviation() {
    var weights = gaussian(7, 10_000);
    double kept = prune(weights, new PruningRule.Quality(1)).nonZeros() / 10_000.0;
    assertEquals(0.3173, kept, 0.02); // a normal distribution beyond one sigma
  }

  @Test
  void whatIsNotANumberStays() {
    var pruned =
        prune(new PruningRule.Density(0.4), Float.NaN, 1f, Float.NEGATIVE_INFINITY, -2f, -0f);
    assertTrue(Float.isNaN(pruned.values()[0]));
    assertEquals(Float.NEGATIVE_INFINITY, pruned.values()[2]);
    assertEquals(0f, pruned.values()[1]);
    assertEquals(Float.floatToRawIntBits(0f), Float.floatToRawIntBits(pruned.values()[4]));
    assertEquals(0, prune(new PruningRule.Density(0), Float.NaN, 1f).nonZeros());
  }

  @Test
  void ofEqualOnesTheFirstStayAndTheNumberIsExact() {
    var pruned = prune(new PruningRule.Density(0.5), 1f, -2f, 1f, 2f, -1f, 1f, 3f, 1f);
    assertArrayEquals(new float[] {1, -2, 0, 2, 0, 0, 3, 0}, pruned.values());
    var infinite = Float.POSITIVE_INFINITY;
    pruned = prune(new PruningRule.Density(0.5), infinite, 1f, -infinite, infinite);
    assertArrayEquals(new float[] {infinite, 0, -infinite, 0}, pruned.values());
  }

  @Test
  void whatWasPrunedBeforeStaysPruned() {
    var weights = Tensor.of(Shape.of(5), 0f, -0f, 3f, 0f, 1f);
    assertArrayEquals(
        new int[] {2, 4}, Pruning.mask(weights, new PruningRule.Density(0.8)).positions());
    assertArrayEquals(
        new int[] {2, 4}, Pruning.mask(weights, new PruningRule.Threshold(0)).positions());
  }

  @Test
  void impossibleRulesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PruningRule.Density(1.1));
    assertThrows(IllegalArgumentException.class, () -> new PruningRule.Threshold(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new PruningRule.Quality(-1));
  }

  private static Tensor prune(PruningRule rule, float... values) {
    return prune(Tensor.of(Shape.of(values.length), values), rule);
  }

  private static Tensor prune(Tensor weights, PruningRule rule) {
    var mask = Pruning.mask(weights, rule);
    var values = new float[weights.size()];
    for (int position : mask.positions()) {
      values[position] = weights.values()[position];
    }
    return new Tensor(weights.shape(), values);
  }

  private static Tensor gaussian(int seed, int size) {
    var random = new Random(seed);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Tensor(Shape.of(size), values);
  }
}
