package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoveTest {
  private static final float[] NONE = {0};

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        new Optimizer.Sgd(0.9, false), new Optimizer.Sgd(0.9, true), Optimizer.Adam.usual());
  }

  private static float[] steps(Optimizer optimizer, Regularization pull, float start, float... g) {
    float[] value = {start};
    float[][] moments = new float[optimizer.moments()][1];
    float[] way = new float[g.length];
    for (int i = 0; i < g.length; i++) {
      Move.of(optimizer, 0.1, i + 1, pull).all(value, new float[] {g[i]}, moments);
      way[i] = value[0];
    }
    return way;
  }

  @Test
  void momentumAddsUp() {
    // v: -0.1, -0.09 - 0.2 = -0.29; w: 0.9, 0.61
    var way = steps(new Optimizer.Sgd(0.9, false), Regularization.NONE, 1, 1, 2);
    assertArrayEquals(new float[] {0.9f, 0.61f}, way, 1e-6f);
  }

  @Test
  void nesterovLooksAhead() {
    // v as above; w: 1 - 0.09 - 0.1 = 0.81, 0.81 - 0.261 - 0.2 = 0.349
    var way = steps(new Optimizer.Sgd(0.9, true), Regularization.NONE, 1, 1, 2);
    assertArrayEquals(new float[] {0.81f, 0.349f}, way, 1e-6f);
  }

  @Test
  void adamsFirstStepIsTheRate() {
    var way = steps(Optimizer.Adam.usual(), Regularization.NONE, 1, 3, 3, -3);
    assertEquals(0.9f, way[0], 1e-6f);
    assertEquals(0.8f, way[1], 5e-6f);
    // m = 0.9 * 0.57 - 0.3 = 0.213, corrected by 0.271; s corrected is 9
    assertEquals(0.8f - 0.1f * (0.213f / 0.271f) / 3, way[2], 2e-5f);
  }

  @Test
  void weightDecayIsPartOfTheGradient() {
    var way = steps(new Optimizer.Sgd(0, false), new Regularization(0, 0.5), 2, 1);
    assertEquals(2 - 0.1f * (1 + 0.5f * 2), way[0], 1e-6f);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void theL1PullStopsAtZero(Optimizer optimizer) {
    for (float start : new float[] {0.02f, -0.02f}) {
      float[] way = steps(optimizer, new Regularization(0.15, 0), start, 0, 0, 0);
      assertEquals(Math.signum(start) * 0.005f, way[0], 1e-6f);
      assertEquals(0, Float.floatToRawIntBits(way[1]), "+0 and not beyond");
      assertEquals(0, Float.floatToRawIntBits(way[2]), "+0 and not beyond");
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void somePositionsMoveAsAllDoAndOthersStay(Optimizer optimizer) {
    var random = new Random(7);
    int count = 101;
    float[] all = new float[count];
    float[] some = new float[count];
    float[][] momentsOfAll = new float[optimizer.moments()][count];
    float[][] momentsOfSome = new float[optimizer.moments()][count];
    for (int i = 0; i < count; i++) {
      all[i] = some[i] = random.nextFloat() - 0.5f;
    }
    float[] before = some.clone();
    int[] even = IntStream.iterate(0, i -> i < count, i -> i + 2).toArray();
    for (int step = 1; step <= 5; step++) {
      float[] gradient = new float[count];
      for (int i = 0; i < count; i++) {
        gradient[i] = random.nextFloat() - 0.5f;
      }
      Move move = Move.of(optimizer, 0.1, step, new Regularization(1e-3, 1e-2));
      move.all(all, gradient, momentsOfAll);
      move.some(even, some, gradient, momentsOfSome);
    }
    for (int i = 0; i < count; i++) {
      float wanted = i % 2 == 0 ? all[i] : before[i];
      assertEquals(Float.floatToRawIntBits(wanted), Float.floatToRawIntBits(some[i]), "seed 7");
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void fadingMemoryNeverBecomesSubnormal(Optimizer optimizer) {
    float[] value = {1};
    float[][] moments = new float[optimizer.moments()][1];
    for (int step = 1; step < 2000; step++) {
      float[] gradient = step == 1 ? new float[] {1e-3f} : NONE;
      Move.of(optimizer, 0.1, step, Regularization.NONE).all(value, gradient, moments);
    }
    float left = Math.abs(moments[0][0]);
    assertTrue(left == 0 || (left >= Float.MIN_NORMAL && left < 1e-30f), left + " is left");
  }
}
