package org.weighbridge.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weighbridge.job.Progress;

class MaskTest {
  private static final Shape[] SHAPES = {
    Shape.of(0, 3), Shape.of(1), Shape.of(63), Shape.of(5, 64), Shape.of(7, 65), Shape.of(700, 801)
  };

  @Test
  void keepsWhatIsAboveALimit() {
    var random = new Random(71);
    float[] odd = {0f, -0f, Float.MIN_VALUE, 0.01f, -0.01f, Math.nextUp(0.01f), Float.MAX_VALUE};
    float[] special = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    for (double limit : new double[] {0, 1e-300, 0.01, 0.01f, 1, Float.MAX_VALUE, 1e300}) {
      for (var shape : SHAPES) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] =
              switch (random.nextInt(4)) {
                case 0 -> odd[random.nextInt(odd.length)];
                case 1 -> special[random.nextInt(special.length)];
                case 2 -> (float) random.nextGaussian();
                default -> 0f;
              };
        }
        var expected = Mask.of(shape, i -> !(Math.abs(values[i]) <= limit));
        var mask = Mask.above(shape, values, limit, Progress.none());
        assertTrue(expected.sameAs(mask), "seed 71, " + limit + ", " + shape);
      }
    }
  }

  @Test
  void findsWhatItKeeps() {
    var random = new Random(73);
    for (var shape : SHAPES) {
      for (double density : new double[] {0, 0.05, 0.5, 1}) {
        var mask = Mask.of(shape, i -> random.nextDouble() < density);
        int[] expected = IntStream.range(0, mask.size()).filter(mask::get).toArray();
        assertEquals(expected.length, mask.kept());
        assertArrayEquals(expected, mask.positions());
        int most = expected.length / 2;
        assertArrayEquals(Arrays.copyOf(expected, most), mask.positions(most));
        int[] room = mask.roomForColumns();
        int rank = 0;
        for (int r = 0; r < mask.rows(); r++) {
          int count = mask.columnsOf(r, room);
          assertEquals(mask.kept(r), count);
          for (int i = 0; i < count; i++) {
            assertEquals(expected[rank++], r * mask.columns() + room[i], "seed 73, " + shape);
          }
        }
        assertEquals(expected.length, rank);
      }
    }
  }
}
