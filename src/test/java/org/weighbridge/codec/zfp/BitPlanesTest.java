package org.weighbridge.codec.zfp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.MalformedStreamException;

class BitPlanesTest {
  @Test
  void countsInBaseMinusTwo() {
    int[] digits = {0b0, 0b1, 0b110, 0b111, 0b100, 0b101, 0b11010};
    for (int value = 0; value < digits.length; value++) {
      assertEquals(digits[value], BlockCoder.toNegabinary(value));
    }
    assertEquals(0b11, BlockCoder.toNegabinary(-1));
    assertEquals(0b10, BlockCoder.toNegabinary(-2));
    for (int value : new int[] {Integer.MIN_VALUE, -12345, 99, Integer.MAX_VALUE}) {
      assertEquals(value, BlockCoder.fromNegabinary(BlockCoder.toNegabinary(value)));
    }
  }

  /**
   * Plane 31 is empty: 0. Plane 30 has a one at the second place: 1, one zero, a one, then no more:
   * 0. Plane 29 begins with the bits of the first two, 1 and 0; of the others the last one has a
   * one: 1, one zero, and the one goes without saying. In plane 28 all four are written as they
   * are.
   */
  @Test
  void writesWhatIsDescribed() {
    int[] coefficients = {1 << 29 | 1 << 28, 1 << 30, 0, 1 << 29 | 1 << 28};
    var out = new BitOutput();
    BitPlanes.write(coefficients, 4, out);
    assertEquals("0 1010 1010 1001".replace(" ", ""), text(out));
  }

  private static String text(BitOutput bits) {
    var text = new StringBuilder();
    byte[] bytes = bits.toBytes();
    for (int i = 0; i < bits.bits(); i++) {
      text.append(bytes[i / 8] >> (i % 8) & 1);
    }
    return text.toString();
  }

  @Test
  void readsWhatItWrote() {
    var random = new Random(8);
    for (int round = 0; round < 2000; round++) {
      int size = random.nextBoolean() ? 4 : 16;
      int planes = 1 + random.nextInt(32);
      int shift = random.nextInt(32);
      int[] coefficients = random.ints(size).map(x -> x >>> random.nextInt(shift + 1)).toArray();
      var out = new BitOutput();
      out.write(5, 3);
      BitPlanes.write(coefficients, planes, out);
      var in = new BitInput(BitInput.padded(out.toBytes()), 3, out.bits());
      int[] read = new int[size];
      BitPlanes.read(in, read, planes);
      int kept = -1 << (32 - planes);
      assertArrayEquals(
          Arrays.stream(coefficients).map(x -> x & kept).toArray(), read, "seed 8, " + round);
      assertEquals(0, in.left());
      var cut = new BitInput(BitInput.padded(out.toBytes()), 3, out.bits() - 1);
      assertThrows(MalformedStreamException.class, () -> BitPlanes.read(cut, read, planes));
    }
  }

  @Test
  void joinsBits() {
    var random = new Random(2);
    for (int round = 0; round < 200; round++) {
      var whole = new BitOutput();
      var joined = new BitOutput();
      for (int part = 0; part < 3; part++) {
        var next = new BitOutput();
        for (int i = random.nextInt(40); i > 0; i--) {
          int count = random.nextInt(64);
          long value = random.nextLong() & ((1L << count) - 1);
          whole.write(value, count);
          next.write(value, count);
        }
        joined.append(next);
      }
      assertEquals(whole.bits(), joined.bits());
      assertArrayEquals(whole.toBytes(), joined.toBytes(), "seed 2, round " + round);
    }
  }
}
