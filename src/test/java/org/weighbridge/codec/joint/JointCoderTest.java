package org.weighbridge.codec.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.joint.JointCoder.Layer;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

class JointCoderTest {
  /** The largest symbol: an outlier and 2^24 bins of either sign. */
  private static final int LARGEST = 1 + (1 << 25);

  private static final JointCoder CODER = new JointCoder();

  @Test
  void bringsBackSymbolsOfAnySize() {
    var random = new Random(61);
    IntSupplier[] sources = {
      () -> 0,
      () -> 2,
      () -> LARGEST,
      () -> LARGEST - 1,
      () -> random.nextInt(LARGEST + 1),
      () -> (int) Math.min(LARGEST, Math.exp(17 * random.nextDouble())),
      () -> 2 + (int) Math.abs(6 * random.nextGaussian()),
      () -> random.nextInt(3) == 0 ? 0 : 2 + random.nextInt(4),
    };
    for (int source = 0; source < sources.length; source++) {
      for (var shape : new Shape[] {Shape.of(1, 1), Shape.of(1, 300), Shape.of(30, 10)}) {
        for (double density : new double[] {0, 0.1, 1}) {
          var from = sources[source];
          var mask = Mask.of(shape, i -> random.nextDouble() < density);
          check(layer(mask, from), "seed 61, source " + source + ", " + shape + ", " + density);
        }
      }
    }
  }

  /** Dead rows and columns, single rows and columns, periods. */
  @Test
  void bringsBackMasksOfAnyShape() {
    var random = new Random(67);
    for (int round = 0; round < 60; round++) {
      int rows = round % 7 == 0 ? 1 : 1 + random.nextInt(40);
      int columns = round % 7 == 1 ? 1 : 1 + random.nextInt(150);
      int band = 1 + random.nextInt(30);
      double density = Math.pow(random.nextDouble(), 2);
      var mask =
          Mask.of(
              Shape.of(rows, columns),
              i -> i % columns % band < 1 + band / 2 && random.nextDouble() < density);
      check(layer(mask, () -> 2 + random.nextInt(12)), "seed 67, round " + round);
    }
  }

  @Test
  void spendsNextToNothingOnDeadRowsAndColumns() {
    var dead = new Layer(Mask.empty(Shape.of(300, 800)), new int[0]);
    assertTrue(CODER.encode(dead, Progress.none()).bytes().length <= 12);
    var one = Mask.empty(Shape.of(300, 800));
    one.set(400 * 300);
    byte[] bytes = CODER.encode(new Layer(one, new int[] {7}), Progress.none()).bytes();
    assertTrue(bytes.length <= 20, () -> bytes.length + " bytes");
  }

  /** The last row is a mixture of those before; only a coder that looks at all of them sees it. */
  @Test
  void findsRowsThatDependOnOthers() {
    var random = new Random(71);
    int columns = 400;
    int[][] rows = new int[40][columns];
    for (int r = 0; r < rows.length; r++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      for (int c = 0; c < columns; c++) {
        double mixture = a * rows[0][c] + b * rows[1][c];
        rows[r][c] = (int) Math.rint(r < 2 ? 30 * random.nextGaussian() : mixture);
      }
    }
    double independent = bytesOf(rows, 2);
    double mixed = bytesOf(rows, rows.length) - independent;
    assertTrue(mixed / 38 < 0.6 * independent / 2, mixed / 38 + " and " + independent / 2);
  }

  private static int bytesOf(int[][] rows, int count) {
    int columns = rows[0].length;
    int[] bins = Arrays.stream(rows).limit(count).flatMapToInt(Arrays::stream).toArray();
    var mask = Mask.of(Shape.of(count, columns), i -> bins[i] != 0);
    int[] symbols =
        Arrays.stream(bins)
            .filter(bin -> bin != 0)
            .map(bin -> 1 + (bin << 1 ^ bin >> 31))
            .toArray();
    return CODER.encode(new Layer(mask, symbols), Progress.none()).bytes().length;
  }

  @Test
  void saysHowManyBytesPositionsTake() {
    var random = new Random(73);
    var mask = Mask.of(Shape.of(60, 200), i -> random.nextInt(5) == 0);
    var coded = CODER.encode(layer(mask, () -> 2), Progress.none());
    double iid = 12_000 * 0.722 / 8;
    assertEquals(iid, coded.positionBytes(), 0.1 * iid);
    assertTrue(coded.positionBytes() <= coded.bytes().length);
  }

  @Test
  void takesNoPartWhereItCannotOrWouldBeSlow() {
    var small = new Layer(Mask.full(Shape.of(1, 2)), new int[] {2, 3});
    assertTrue(CODER.takes(small));
    assertFalse(CODER.takes(new Layer(small.mask(), new int[] {2, 1})), "bin 0");
    assertTrue(CODER.races(small.mask(), Effort.BALANCED));
    assertFalse(CODER.races(small.mask(), Effort.FAST));
    var shape = Shape.of(1 << 9, 1 << 9);
    assertTrue(CODER.races(Mask.full(shape), Effort.MAX));
    assertFalse(CODER.races(Mask.full(shape), Effort.BALANCED));
    assertTrue(CODER.races(Mask.of(shape, i -> i < 1 << 17), Effort.BALANCED), "dead rows");
    var large = Mask.empty(Shape.of(1 << 10, (1 << 10) + 1));
    assertFalse(CODER.races(large, Effort.MAX));
    var in = new ByteReader(new byte[] {0, 1});
    assertThrows(
        MalformedStreamException.class,
        () -> CODER.decode(in, Shape.of(1 << 10, (1 << 10) + 1), Progress.none()));
  }

  @Test
  void endsDamagedBytesInATypedErrorOrALayer() {
    var random = new Random(79);
    var mask = Mask.of(Shape.of(20, 30), i -> random.nextInt(5) == 0);
    var bytes = CODER.encode(layer(mask, () -> 2 + random.nextInt(9)), Progress.none()).bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      decodeDamaged(flipped);
      decodeDamaged(Arrays.copyOf(flipped, bit / 8));
    }
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      decodeDamaged(noise);
    }
  }

  private static void decodeDamaged(byte[] bytes) {
    try {
      var layer = CODER.decode(new ByteReader(bytes), Shape.of(20, 30), Progress.none());
      assertEquals(layer.mask().kept(), layer.symbols().length);
    } catch (MalformedStreamException expected) {
      assertTrue(expected.sentence().endsWith("."));
    }
  }

  /** Bin 0 has no place in this code. */
  private static Layer layer(Mask mask, IntSupplier source) {
    int[] symbols = new int[mask.kept()];
    for (int i = 0; i < symbols.length; i++) {
      int symbol = source.getAsInt();
      symbols[i] = symbol == 1 ? 2 : symbol;
    }
    return new Layer(mask, symbols);
  }

  private static void check(Layer layer, String what) {
    var shape = Shape.of(layer.mask().rows(), layer.mask().columns());
    long[] words = layer.mask().words().clone();
    int[] symbols = layer.symbols().clone();
    byte[] bytes = CODER.encode(layer, Progress.none()).bytes();
    assertArrayEquals(words, layer.mask().words(), "encoding must not change its input: " + what);
    var decoded = CODER.decode(new ByteReader(bytes), shape, Progress.none());
    assertArrayEquals(words, decoded.mask().words(), what);
    assertArrayEquals(symbols, decoded.symbols(), what);
  }
}
