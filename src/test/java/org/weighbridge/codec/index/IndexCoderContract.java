package org.weighbridge.codec.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/** What every index coder promises. */
abstract class IndexCoderContract {
  abstract IndexCoder coder();

  @Test
  void bringsBackEveryGap() {
    for (int gap : new int[] {0, 1, 2, 63, 64, 253, 254, 255, 256, 257, 509, 510, 511, 512, 5000}) {
      check(1, gap + 1, gap); // leading: one kept weight at the very end
      check(1, gap + 1, 0); // trailing
      check(1, gap + 2, 0, gap + 1); // between
      check(1, 2 * gap + 3, gap, 2 * gap + 1);
    }
  }

  @Test
  void bringsBackExtremes() {
    check(0, 5);
    check(5, 0);
    check(1, 1);
    check(1, 1, 0);
    check(300, 10);
    check(100, 100, 9999);
    int[] all = new int[777];
    Arrays.setAll(all, i -> i);
    check(21, 37, all);
    check(1, 777, all);
    check(777, 1, all);
  }

  @Test
  void bringsBackRandomMasks() {
    var random = new Random(23);
    for (int round = 0; round < 60; round++) {
      int rows = 1 + random.nextInt(70);
      int columns = 1 + random.nextInt(200);
      double density = Math.pow(random.nextDouble(), 3);
      var mask = Mask.of(Shape.of(rows, columns), i -> random.nextDouble() < density);
      check(mask, "seed 23, round " + round);
    }
  }

  /**
   * Dead rows and columns, bands of period 28, more than one stripe and more than one zstd piece.
   */
  @Test
  void bringsBackALargeStructuredMask() {
    var random = new Random(29);
    var mask =
        Mask.of(
            Shape.of(3100, 2800),
            i -> i / 2800 % 9 == 0 && i % 2800 != 5 && i % 28 > 9 && random.nextInt(4) == 0);
    check(mask, "seed 29");
    var noise = Mask.of(Shape.of(1100, 1100), i -> random.nextInt(3) == 0);
    check(noise, "seed 29, noise");
  }

  @Test
  void writesTheSameBytesForAnyNumberOfThreads() {
    var random = new Random(89);
    var mask = Mask.of(Shape.of(1000, 2500), i -> random.nextInt(9 + i % 7) == 0);
    byte[] alone = WorkPool.limited(1, () -> bytes(mask));
    for (int threads : new int[] {2, 5}) {
      assertArrayEquals(alone, WorkPool.limited(threads, () -> bytes(mask)), "seed 89");
    }
  }

  private byte[] bytes(Mask mask) {
    return coder().encode(mask, Effort.BALANCED, Progress.none());
  }

  @Test
  void endsDamagedBytesInATypedErrorOrAMask() {
    var random = new Random(31);
    var mask = Mask.of(Shape.of(40, 60), i -> random.nextInt(12) == 0);
    byte[] bytes = coder().encode(mask, Effort.BALANCED, Progress.none());
    for (int length = 0; length < bytes.length; length++) {
      decodeDamaged(Arrays.copyOf(bytes, length), mask);
    }
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      decodeDamaged(flipped, mask);
    }
  }

  private void decodeDamaged(byte[] bytes, Mask mask) {
    try {
      var shape = Shape.of(mask.rows(), mask.columns());
      var decoded = coder().decode(new ByteReader(bytes), shape, Progress.none());
      assertTrue(decoded.kept() <= mask.size());
    } catch (MalformedStreamException expected) {
      assertTrue(expected.sentence().endsWith("."));
    }
  }

  private void check(int rows, int columns, int... kept) {
    var mask = Mask.empty(Shape.of(rows, columns));
    Arrays.stream(kept).forEach(mask::set);
    check(mask, rows + " x " + columns + ", kept " + Arrays.toString(kept));
  }

  private void check(Mask mask, String what) {
    var shape = Shape.of(mask.rows(), mask.columns());
    for (var effort : new Effort[] {Effort.FAST, Effort.BALANCED}) {
      byte[] bytes = coder().encode(mask, effort, Progress.none());
      var in = new ByteReader(bytes);
      assertArrayEquals(
          mask.words(), coder().decode(in, shape, Progress.none()).words(), what + ", " + effort);
    }
  }
}
