package org.weighbridge.inference.sparse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class SparseProductTest {
  private static final long SEED = 61;

  private static float[] random(int size, double density, SplittableRandom random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextDouble() < density ? (float) random.nextGaussian() : 0;
    }
    return values;
  }

  private static SampleBlocks blocks(float[] rows, int samples, int inputs) {
    var blocks = new SampleBlocks(samples, inputs);
    int half = samples / 2;
    blocks.fill(0, half, FloatBuffer.wrap(rows));
    var rest = FloatBuffer.wrap(rows, half * inputs, (samples - half) * inputs);
    blocks.fill(half, samples - half, rest.slice());
    return blocks;
  }

  private static float[] product(
      float[] rows, int samples, int inputs, SparseWeights weights, float[] bias) {
    var target = FloatBuffer.allocate(samples * weights.outputs());
    var blocks = blocks(rows, samples, inputs);
    assertTrue(blocks.finite());
    SparseProduct.multiply(blocks, weights, bias, target);
    return target.array();
  }

  @Test
  void isTheDenseProductWithinRounding() {
    var random = new SplittableRandom(SEED);
    for (int samples : new int[] {1, 15, 16, 255, 256, 257, 1000}) {
      for (int outputs : new int[] {1, 32, 33, 100}) {
        int inputs = 1 + random.nextInt(90);
        double density = random.nextDouble();
        float[] rows = random(samples * inputs, 1, random);
        float[] matrix = random(outputs * inputs, density, random);
        float[] bias = random(outputs, 1, random);
        var weights = SparseWeights.of(new Tensor(Shape.of(outputs, inputs), matrix), 0);
        float[] got = product(rows, samples, inputs, weights, bias);
        for (int sample = 0; sample < samples; sample++) {
          for (int output = 0; output < outputs; output++) {
            double sum = bias[output];
            double scale = Math.abs(sum);
            for (int i = 0; i < inputs; i++) {
              double term = (double) rows[sample * inputs + i] * matrix[output * inputs + i];
              sum += term;
              scale += Math.abs(term);
            }
            assertEquals(
                sum,
                got[sample * outputs + output],
                1e-5 * scale,
                "sample %d of %d, output %d of %d, %d inputs, seed %d"
                    .formatted(sample, samples, output, outputs, inputs, SEED));
          }
        }
      }
    }
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    var random = new SplittableRandom(SEED);
    int samples = 1300;
    float[] rows = random(samples * 120, 0.7, random);
    float[] bias = random(70, 1, random);
    var matrix = new Tensor(Shape.of(70, 120), random(70 * 120, 0.3, random));
    float[] one =
        WorkPool.limited(1, () -> product(rows, samples, 120, SparseWeights.of(matrix, 0), bias));
    float[] four =
        WorkPool.limited(4, () -> product(rows, samples, 120, SparseWeights.of(matrix, 0), bias));
    for (int i = 0; i < one.length; i++) {
      assertEquals(
          Float.floatToRawIntBits(one[i]),
          Float.floatToRawIntBits(four[i]),
          "value " + i + ", seed " + SEED);
    }
  }

  @Test
  void readsEitherOrientation() {
    float[] byOutput = {1, 0, 2, 0, 0, 0, -3, 4, 0, 0, 5, 0};
    float[] byInput = {1, 0, -3, 0, 0, 0, 4, 0, 2, 0, 0, 5, 0, 0, 0, 0};
    var weights = SparseWeights.of(new Tensor(Shape.of(4, 3), byOutput), 0);
    assertEquals(3, weights.inputs());
    assertEquals(4, weights.outputs());
    assertArrayEquals(new int[] {0, 2, 2, 4, 5}, weights.starts());
    assertArrayEquals(new int[] {0, 2, 0, 1, 1}, weights.positions());
    assertArrayEquals(new float[] {1, 2, -3, 4, 5}, weights.values());
    var other = SparseWeights.of(new Tensor(Shape.of(4, 4), byInput), 1);
    assertArrayEquals(new int[] {0, 2, 2, 4, 5}, other.starts());
    assertArrayEquals(new int[] {0, 2, 0, 1, 2}, other.positions());
    assertArrayEquals(new float[] {1, 2, -3, 4, 5}, other.values());
    assertEquals(5 / 12.0, SparseWeights.density(new Tensor(Shape.of(4, 3), byOutput)));
  }

  @Test
  void keepsWeightsThatAreNoNumbers() {
    float[] matrix = {Float.NaN, 0, Float.POSITIVE_INFINITY, -0f};
    var weights = SparseWeights.of(new Tensor(Shape.of(2, 2), matrix), 0);
    float[] got = product(new float[] {0, 1, 2, 3}, 2, 2, weights, new float[2]);
    // As in a dense product: NaN × 0 and infinity × 0 are NaN, infinity × 2 is infinite.
    assertArrayEquals(new float[] {Float.NaN, Float.NaN, Float.NaN, Float.POSITIVE_INFINITY}, got);
  }

  @Test
  void seesActivationsThatAreNotFinite() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      float[] rows = new float[600 * 7];
      rows[4100] = bad;
      assertFalse(blocks(rows, 600, 7).finite(), "" + bad);
      rows[4100] = Float.MAX_VALUE;
      assertTrue(blocks(rows, 600, 7).finite());
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    var weights = SparseWeights.of(new Tensor(Shape.of(2, 3), new float[6]), 0);
    var blocks = new SampleBlocks(2, 4);
    assertThrows(
        IllegalArgumentException.class,
        () -> SparseProduct.multiply(blocks, weights, new float[2], FloatBuffer.allocate(4)));
  }
}
