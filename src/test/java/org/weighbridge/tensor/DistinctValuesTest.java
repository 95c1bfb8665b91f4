package org.weighbridge.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DistinctValuesTest {
  private static final long SEED = 7;

  @Test
  void countsEveryValueButZeroInOrder() {
    var distinct = DistinctValues.of(new float[] {0.5f, 0, -1, -0.0f, 0.5f, Float.NaN, 2});
    assertEquals(4, distinct.size());
    assertEquals(5, distinct.total());
    assertEquals(-1f, distinct.value(0));
    assertEquals(0.5f, distinct.value(1));
    assertEquals(2, distinct.count(1));
    assertEquals(3, distinct.rank(Float.NaN));
    assertTrue(distinct.rank(0f) < 0 && distinct.rank(-0.0f) < 0 && distinct.rank(0.25f) < 0);
  }

  @Test
  void agreesWithASortedMapOfManyValues() {
    var random = new SplittableRandom(SEED);
    float[] values = new float[50_000];
    var expected = new TreeMap<Float, Long>();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.rint(random.nextDouble() * 20_000 - 10_000) / 1024;
      if (values[i] != 0) {
        expected.merge(values[i], 1L, Long::sum);
      }
    }
    var distinct = DistinctValues.of(values);
    assertEquals(expected.size(), distinct.size(), "seed " + SEED);
    int rank = 0;
    for (var entry : expected.entrySet()) {
      assertEquals(entry.getKey(), distinct.value(rank));
      assertEquals(entry.getValue(), distinct.count(rank), "seed " + SEED);
      assertEquals(rank++, distinct.rank(entry.getKey()));
    }
  }

  @Test
  void entropyIsThatOfTheFrequencies() {
    assertEquals(0, DistinctValues.of(new float[] {3, 3, 0, 3}).entropy());
    assertEquals(1, DistinctValues.of(new float[] {1, 2, 0, 1, 2}).entropy(), 1e-12);
    assertEquals(1.5, DistinctValues.of(new float[] {1, 1, 2, 3}).entropy(), 1e-12);
    assertEquals(0, DistinctValues.of(new float[3]).entropy());
  }
}
