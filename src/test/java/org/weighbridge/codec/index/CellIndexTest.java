package org.weighbridge.codec.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.rans.Frequencies;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

class CellIndexTest extends IndexCoderContract {
  @Override
  IndexCoder coder() {
    return new CellIndex();
  }

  @Test
  void deadRowsAndColumnsCostNextToNothing() {
    var random = new Random(53);
    var live = Mask.of(Shape.of(100, 100), i -> random.nextInt(8) == 0);
    var padded = Mask.empty(Shape.of(400, 800));
    for (int position : live.positions()) {
      padded.set(position / 100 * 800 + position % 100);
    }
    int alone = size(live);
    assertTrue(size(padded) <= alone + 20, "seed 53: " + alone + " and " + size(padded));
  }

  @Test
  void independentPositionsComeCloseToTheirEntropy() {
    var random = new Random(59);
    for (double density : new double[] {0.001, 0.02, 0.09, 0.4, 0.9}) {
      var mask = Mask.of(Shape.of(500, 1000), i -> random.nextDouble() < density);
      double limit = 500_000 / 8.0 * -(density * log2(density) + (1 - density) * log2(1 - density));
      assertTrue(size(mask) <= 1.02 * limit + 40, "seed 59, " + density + ": " + size(mask));
    }
  }

  @Test
  void rowsAndColumnsOfUnequalDensityPay() {
    var random = new Random(61);
    var even = Mask.of(Shape.of(400, 600), i -> random.nextDouble() < 0.1);
    var uneven =
        Mask.of(
            Shape.of(400, 600),
            i -> random.nextDouble() < 0.1 * (i / 600 % 2 == 0 ? 1.5 : 0.5) * (i % 3));
    assertTrue(size(uneven) < 0.95 * size(even), "seed 61: " + size(uneven) + ", " + size(even));
  }

  /** Every table of gaps gives something to each of its tokens, and the whole to all. */
  @Test
  void tablesOfGapsLeaveNoTokenOut() {
    for (int level = GapTable.LEAST; level <= GapTable.MOST; level++) {
      var frequencies = GapTable.of(level).frequencies();
      assertEquals(1 << Frequencies.BITS, frequencies.starts()[frequencies.tokens()]);
      for (int token = 0; token < frequencies.tokens(); token++) {
        assertTrue(frequencies.of(token) > 0, "level " + level + ", token " + token);
      }
    }
  }

  @Test
  void bringsBackEveryDensity() {
    var random = new Random(67);
    for (int level = 0; level < 200; level++) {
      double density = level / 200.0;
      var mask = Mask.of(Shape.of(60, 80), i -> random.nextDouble() < density);
      byte[] bytes = coder().encode(mask, Effort.BALANCED, Progress.none());
      var decoded = coder().decode(new ByteReader(bytes), Shape.of(60, 80), Progress.none());
      assertTrue(mask.sameAs(decoded), "seed 67, density " + density);
    }
  }

  private int size(Mask mask) {
    return coder().encode(mask, Effort.BALANCED, Progress.none()).length;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
