package org.weighbridge.codec.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/** What every entropy coder promises. */
abstract class SymbolCoderContract {
  /** The largest symbol: an outlier and 2^24 bins of either sign. */
  private static final int LARGEST = 1 + (1 << 25);

  abstract SymbolCoder coder();

  @Test
  void bringsBackSymbols() {
    var random = new Random(41);
    IntSupplier[] sources = {
      () -> 0,
      () -> 1,
      () -> 7,
      () -> LARGEST,
      () -> LARGEST - 1,
      () -> random.nextInt(2),
      () -> random.nextInt(LARGEST + 1),
      () -> (int) Math.min(LARGEST, Math.exp(17 * random.nextDouble())),
      () -> 2 + (int) Math.abs(6 * random.nextGaussian()),
    };
    for (int source = 0; source < sources.length; source++) {
      for (var shape : new Shape[] {Shape.of(1, 1), Shape.of(1, 300), Shape.of(30, 10)}) {
        for (double density : new double[] {0.1, 1}) {
          var mask = Mask.of(shape, i -> i == 0 || random.nextDouble() < density);
          int[] symbols = new int[mask.kept()];
          Arrays.setAll(symbols, i -> 0);
          for (int i = 0; i < symbols.length; i++) {
            symbols[i] = sources[source].getAsInt();
          }
          check(symbols, mask, "seed 41, source " + source + ", " + shape);
        }
      }
    }
  }

  @Test
  void bringsBackMoreThanOneStripe() {
    var random = new Random(43);
    var mask = Mask.of(Shape.of(3000, 3000), i -> random.nextInt(40) == 0);
    int[] symbols = new int[mask.kept()];
    Arrays.setAll(symbols, i -> 2 + random.nextInt(6));
    check(symbols, mask, "seed 43");
  }

  @Test
  void writesTheSameBytesForAnyNumberOfThreads() {
    var random = new Random(83);
    var mask = Mask.of(Shape.of(1000, 2000), i -> random.nextInt(12) == 0);
    int[] symbols = new int[mask.kept()];
    Arrays.setAll(symbols, i -> 2 + (int) Math.abs(9 * random.nextGaussian()));
    byte[] alone = WorkPool.limited(1, () -> bytes(symbols, mask));
    for (int threads : new int[] {2, 5}) {
      assertArrayEquals(alone, WorkPool.limited(threads, () -> bytes(symbols, mask)), "seed 83");
    }
  }

  private byte[] bytes(int[] symbols, Mask mask) {
    return coder().encode(symbols, mask, Effort.BALANCED, Progress.none()).bytes();
  }

  /** Fibonacci counts make the longest Huffman words. */
  @Test
  void bringsBackTheMostUnevenCounts() {
    int[] symbols = new int[350_000];
    int at = 0;
    long a = 1;
    long b = 1;
    for (int symbol = 1; at < symbols.length; symbol++) {
      for (long i = 0; i < a && at < symbols.length; i++) {
        symbols[at++] = symbol;
      }
      long next = a + b;
      a = b;
      b = next;
    }
    check(symbols, Mask.full(Shape.of(symbols.length)), "Fibonacci");
  }

  @Test
  void endsDamagedBytesInATypedErrorOrSymbols() {
    var random = new Random(47);
    var mask = Mask.of(Shape.of(30, 40), i -> random.nextInt(5) == 0);
    int[] symbols = new int[mask.kept()];
    Arrays.setAll(symbols, i -> random.nextInt(20));
    byte[] bytes = coder().encode(symbols, mask, Effort.BALANCED, Progress.none()).bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      decodeDamaged(flipped, mask);
      decodeDamaged(Arrays.copyOf(flipped, bit / 8), mask);
    }
  }

  private void decodeDamaged(byte[] bytes, Mask mask) {
    try {
      var decoded = coder().decode(new ByteReader(bytes), mask, Progress.none());
      assertEquals(mask.kept(), decoded.length);
    } catch (MalformedStreamException expected) {
      assertTrue(expected.sentence().endsWith("."));
    }
  }

  private void check(int[] symbols, Mask mask, String what) {
    int[] original = symbols.clone();
    var coded = coder().encode(symbols, mask, Effort.BALANCED, Progress.none());
    assertArrayEquals(original, symbols, "encoding must not change its input: " + what);
    assertTrue(coded.tableBytes() <= coded.bytes().length, what);
    assertArrayEquals(
        symbols, coder().decode(new ByteReader(coded.bytes()), mask, Progress.none()), what);
  }
}
