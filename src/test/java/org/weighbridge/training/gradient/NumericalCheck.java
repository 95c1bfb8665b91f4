package org.weighbridge.training.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.network.Network;
import org.weighbridge.training.gradient.Parameter.Role;

/**
 * Compares gradients with central differences of the loss.
 *
 * <p>Scores are single precision, about 1e-7 each, and the loss is summed in double precision: with
 * steps of {@value #STEP} differences are good to about 1e-4 next to gradients of about 0.01 to 1,
 * unless a kink lies within the step. So every parameter is checked along random directions, and
 * the difference may be {@value #TOLERANCE} of the gradient's length.
 */
final class NumericalCheck {
  private static final double STEP = 2e-3;
  private static final double TOLERANCE = 0.01;
  private static final int DIRECTIONS = 4;

  private NumericalCheck() {}

  static void check(Network network, int sampleSize, Normalization normalization, long seed) {
    var options = new GradientOptions(normalization, 4);
    LabelledSamples samples = RandomLabelled.of(seed, 8, sampleSize);
    try (Gradients gradients = GradientGraphs.open(network, options, 2)) {
      check(gradients, samples, normalization == Normalization.TRAINED ? 8 : 7, seed);
    }
  }

  /** On the first samples; 7 of 8 leave a place of the second shard of 4 empty. */
  private static void check(Gradients gradients, LabelledSamples samples, int count, long seed) {
    int[] order = IntStream.range(0, count).toArray();
    float[][] values = gradients.start();
    float[][] result = gradients.start();
    Dropout none = Dropout.none(gradients);
    var random = new SplittableRandom(seed);
    gradients.backward(samples, order, 0, count, none, values, result);
    boolean any = false;
    for (int p = 0; p < values.length; p++) {
      Parameter parameter = gradients.parameters().get(p);
      if (parameter.role() == Role.STATISTIC) {
        continue;
      }
      double length = Math.sqrt(dot(result[p], result[p]));
      any |= length > 1e-3;
      for (int i = 0; i < DIRECTIONS; i++) {
        // the gradient itself, then directions that lie near it and aside
        float[] direction = direction(result[p], length, i, random);
        double there = loss(gradients, samples, order, none, moved(values, p, direction, STEP));
        double back = loss(gradients, samples, order, none, moved(values, p, direction, -STEP));
        assertEquals(
            (there - back) / (2 * STEP),
            dot(result[p], direction),
            TOLERANCE * length + 2e-4,
            "%s along direction %d, seed %d".formatted(parameter, i, seed));
      }
    }
    assertTrue(any, "all gradients are nearly 0: nothing was compared, seed " + seed);
  }

  private static double loss(
      Gradients gradients, LabelledSamples samples, int[] order, Dropout none, float[][] values) {
    float[][] unused = gradients.start();
    return gradients.backward(samples, order, 0, order.length, none, values, unused).mean();
  }

  /** Of length 1. */
  private static float[] direction(
      float[] gradient, double length, int index, SplittableRandom random) {
    float[] direction = new float[gradient.length];
    for (int i = 0; i < direction.length; i++) {
      double along = length == 0 ? 0 : gradient[i] / length;
      double aside = index == 0 && length > 0 ? 0 : random.nextDouble(-1, 1);
      direction[i] = (float) (along / (index + 1) + aside);
    }
    double norm = Math.sqrt(dot(direction, direction));
    for (int i = 0; i < direction.length; i++) {
      direction[i] /= (float) norm;
    }
    return direction;
  }

  private static float[][] moved(float[][] values, int p, float[] direction, double step) {
    float[][] moved = values.clone();
    moved[p] = values[p].clone();
    for (int i = 0; i < direction.length; i++) {
      moved[p][i] += (float) (step * direction[i]);
    }
    return moved;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
