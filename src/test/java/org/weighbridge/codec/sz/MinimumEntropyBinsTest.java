package org.weighbridge.codec.sz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.tensor.Shape;

class MinimumEntropyBinsTest {
  @ParameterizedTest
  @ValueSource(doubles = {1e-30, 1e-3, 0.01, 0.07, 0.5, 3, 1e30, 1e300})
  void everyWeightHasABinThatKeepsTheBound(double bound) {
    for (var kind : new Kind[] {Kind.UNIFORM, Kind.LAPLACE}) {
      float[] weights = TestWeights.random(kind, Shape.of(4000), 1, 5).values();
      var table = MinimumEntropyBins.of(weights, bound);
      if (bound >= 0.01) {
        assertTrue(table.isPresent(), kind + " " + bound);
      }
      table.ifPresent(
          bins -> {
            for (float w : weights) {
              int bin = bins.bin(w, 0f);
              assertNotEquals(Quantizer.OUTLIER, bin, () -> w + " at " + bound);
              assertTrue(BoundCheck.keeps(w, bins.reconstruct(bin, 0f), bound));
            }
          });
    }
  }

  /** Against all partitions of a few clusters that are wider than a cell apart. */
  @Test
  void noOtherBordersCostLess() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      double bound = 0.05;
      int clusters = 8;
      float[] at = new float[clusters];
      double place = 0.01;
      for (int i = 0; i < clusters; i++) {
        place += 0.005 + 0.05 * random.nextDouble();
        at[i] = (float) place;
      }
      int[] counts = new int[clusters];
      Arrays.setAll(counts, i -> 1 + random.nextInt(60));
      float[] weights = new float[Arrays.stream(counts).sum()];
      int size = 0;
      for (int i = 0; i < clusters; i++) {
        for (int k = 0; k < counts[i]; k++) {
          weights[size++] = at[i];
        }
      }
      double least = Double.POSITIVE_INFINITY;
      for (int borders = 0; borders < 1 << (clusters - 1); borders++) {
        least = Math.min(least, cost(at, counts, borders, bound, weights.length));
      }
      var table = MinimumEntropyBins.of(weights, bound).orElseThrow();
      assertEquals(least, cost(weights, table), 1e-6, "seed " + seed);
    }
  }

  private static double cost(float[] at, int[] counts, int borders, double bound, int total) {
    double bits = 0;
    int from = 0;
    int count = 0;
    for (int i = 0; i < at.length; i++) {
      count += counts[i];
      if (at[i] - (double) at[from] > 2 * bound - BinTable.step(bound)) {
        return Double.POSITIVE_INFINITY;
      }
      if (i == at.length - 1 || (borders >>> i & 1) != 0) {
        bits += 12 + count * Math.log((double) total / count) / Math.log(2);
        from = i + 1;
        count = 0;
      }
    }
    return bits;
  }

  private static double cost(float[] weights, BinTable table) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (float w : weights) {
      counts.merge(table.bin(w, 0f), 1, Integer::sum);
    }
    double bits = 0;
    for (int count : counts.values()) {
      bits += 12 + count * Math.log((double) weights.length / count) / Math.log(2);
    }
    return bits;
  }

  /** What the bins are for: around a pruning threshold, uniform ones cut in the wrong places. */
  @Test
  void keepsTheSignOfSmallWeights() {
    var random = new Random(3);
    float[] weights = new float[5000];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (random.nextBoolean() ? 1 : -1) * (0.05f + 0.02f * random.nextFloat());
    }
    var table = MinimumEntropyBins.of(weights, 0.06).orElseThrow();
    assertEquals(1, table.bins());
    assertEquals(0.06f, table.reconstruct(table.bin(0.051f, 0f), 0f), 0.001f);
    assertEquals(-0.06f, table.reconstruct(table.bin(-0.069f, 0f), 0f), 0.001f);
  }

  @Test
  void hasNoTableWhereItCannotPay() {
    assertTrue(MinimumEntropyBins.of(new float[] {1e-6f, 1f}, 1e-6).isEmpty());
    assertTrue(MinimumEntropyBins.of(new float[] {Float.NaN}, 0.1).isEmpty());
    assertTrue(MinimumEntropyBins.of(new float[0], 0.1).isEmpty());
  }

  @Test
  void tablesComeBackFromTheirBytes() {
    float[] weights = TestWeights.random(Kind.LAPLACE, Shape.of(3000), 1, 8).values();
    var table = MinimumEntropyBins.of(weights, 0.02).orElseThrow();
    var out = new ByteWriter();
    table.write(out);
    var read = BinTable.read(new ByteReader(out.toBytes()), 0.02);
    assertEquals(table.bins(), read.bins());
    for (int bin = -table.bins(); bin <= table.bins(); bin++) {
      assertEquals(table.knows(bin), read.knows(bin));
      if (bin != 0) {
        assertEquals(table.reconstruct(bin, 0f), read.reconstruct(bin, 0f));
      }
    }
  }

  @Test
  void refusesTablesThatAreTooLong() {
    var out = new ByteWriter().varint(BinTable.MAX_BINS + 1);
    for (int i = 0; i <= BinTable.MAX_BINS; i++) {
      out.varint(1);
    }
    org.junit.jupiter.api.Assertions.assertThrows(
        MalformedStreamException.class, () -> BinTable.read(new ByteReader(out.toBytes()), 0.02));
  }
}
