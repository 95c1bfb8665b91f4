package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.training.gradient.Parameter;

class MovedParameterTest {
  private static final Shape SHAPE = Shape.of(8, 16);
  private static final Parameter WEIGHT = new Parameter("fc.weight", SHAPE, Parameter.Role.WEIGHT);

  private final Random random = new Random(3);

  private float[] randoms() {
    float[] values = new float[SHAPE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }

  private void move(MovedParameter parameter, Optimizer optimizer, int steps) {
    for (int step = 1; step <= steps; step++) {
      parameter.move(Move.of(optimizer, 0.1, step, new Regularization(1e-3, 1e-2)), randoms());
    }
  }

  @ParameterizedTest
  @MethodSource("org.weighbridge.training.MoveTest#optimizers")
  void prunedWeightsAreExactlyZeroInEveryStep(Optimizer optimizer) {
    var parameter = new MovedParameter(WEIGHT, randoms(), optimizer.moments());
    move(parameter, optimizer, 3);
    for (int every = 2; every <= 6; every += 2) {
      int kept = every;
      parameter.prune(Mask.of(SHAPE, i -> i % kept == 0), false);
      for (int step = 0; step < 3; step++) {
        move(parameter, optimizer, 1);
        for (int i = 0; i < SHAPE.size(); i++) {
          if (!parameter.mask().orElseThrow().get(i)) {
            assertEquals(0, Float.floatToRawIntBits(parameter.seen()[i]));
            for (float[] moment : parameter.moments()) {
              assertEquals(0, Float.floatToRawIntBits(moment[i]));
            }
          }
        }
      }
    }
    // 2 and 4 and 6: what was pruned once stays pruned
    assertEquals(Math.ceilDiv(SHAPE.size(), 12), parameter.nonZeros());
  }

  @ParameterizedTest
  @MethodSource("org.weighbridge.training.MoveTest#optimizers")
  void weightsThatMayComeBackLearnBehindTheMask(Optimizer optimizer) {
    var parameter = new MovedParameter(WEIGHT, randoms(), optimizer.moments());
    parameter.prune(Mask.of(SHAPE, i -> i % 2 == 0), true);
    float behind = parameter.values()[1];
    move(parameter, optimizer, 3);
    assertEquals(0, Float.floatToRawIntBits(parameter.seen()[1]));
    assertNotEquals(behind, parameter.values()[1]);
    parameter.prune(Mask.of(SHAPE, i -> i % 2 == 1), true);
    assertEquals(parameter.values()[1], parameter.seen()[1]);
    assertEquals(0, Float.floatToRawIntBits(parameter.seen()[2]));

    parameter.restart(parameter.seen().clone());
    assertArrayEquals(parameter.seen(), parameter.values());
    move(parameter, optimizer, 3);
    assertEquals(0, Float.floatToRawIntBits(parameter.values()[2]));
    assertEquals(SHAPE.size() / 2, parameter.nonZeros());
  }

  @Test
  void statisticsFollowTheBatches() {
    var shape = Shape.of(2);
    var statistic = new Parameter("bn.mean", shape, Parameter.Role.STATISTIC);
    var parameter = new MovedParameter(statistic, new float[] {1, 0}, 2);
    Move unused = Move.of(Optimizer.Adam.usual(), 0.1, 1, Regularization.NONE);
    parameter.move(unused, new float[] {2, 10});
    assertArrayEquals(new float[] {1.1f, 1}, parameter.seen(), 1e-6f);
    parameter.move(unused, new float[] {2, 10});
    assertArrayEquals(new float[] {1.19f, 1.9f}, parameter.seen(), 1e-6f);
  }
}
