package org.weighbridge.codec.rans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.ArithmeticDecoder;
import org.weighbridge.codec.mixing.ArithmeticEncoder;

class RansTest {
  /** Shares from 1 to all there are, and counts on both sides of every number of states. */
  @Test
  void bringsBackTokensOfEveryShare() {
    var random = new Random(97);
    int[][] weights = {
      {1}, {0, 5}, {1, 1}, {4095, 1}, {1, 4095}, {1, 1, 4094}, {3, 0, 2}, {2048, 1, 2047}
    };
    for (int[] one : weights) {
      var table = Frequencies.proportional(one);
      for (int count : new int[] {0, 1, 2, 5, 1023, 1024, 1025, 1026, 1027, 5000}) {
        byte[] tokens = new byte[count];
        var sink = new BitSink();
        for (int i = 0; i < count; i++) {
          do {
            tokens[i] = (byte) random.nextInt(one.length);
          } while (table.of(tokens[i]) == 0);
          sink.write(i, tokens[i]);
        }
        byte[] contexts = new byte[count];
        byte[] block = new RansEncoder(List.of(table)).encode(tokens, contexts, 0, count, sink);
        byte[] decoded = new byte[count];
        var source = new RansDecoder(List.of(table)).decode(block, contexts, 0, count, decoded);
        String what = "seed 97, " + Arrays.toString(one) + ", " + count;
        assertArrayEquals(tokens, decoded, what);
        for (int i = 0; i < count; i++) {
          assertEquals(i & (1 << tokens[i]) - 1, source.read(tokens[i]), what);
        }
        source.end();
      }
    }
  }

  @Test
  void comesCloseToTheEntropy() {
    var random = new Random(101);
    int[] counts = new int[40];
    byte[] tokens = new byte[200_000];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) Math.min(39, -3 * Math.log(1 - random.nextDouble()));
      counts[tokens[i]]++;
    }
    double entropy = 0;
    for (int count : counts) {
      entropy += count == 0 ? 0 : count * Math.log(tokens.length / (double) count) / Math.log(2);
    }
    var table = Frequencies.proportional(Frequencies.weights(counts));
    int size =
        new RansEncoder(List.of(table))
            .encode(tokens, new byte[tokens.length], 0, tokens.length, new BitSink())
            .length;
    assertTrue(8 * size < 1.003 * entropy, "seed 101: " + 8 * size + " bits for " + entropy);
  }

  @Test
  void noticesAChangedBit() {
    var table = Frequencies.proportional(new int[] {5, 3, 1});
    byte[] tokens = new byte[2000];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) (i % 3);
    }
    byte[] contexts = new byte[tokens.length];
    byte[] block = new RansEncoder(List.of(table)).encode(tokens, contexts, 0, 2000, new BitSink());
    var decoder = new RansDecoder(List.of(table));
    for (int bit = 0; bit < 8 * block.length; bit++) {
      byte[] damaged = block.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(
          MalformedStreamException.class,
          () -> decoder.decode(damaged, contexts, 0, 2000, new byte[2000]).end(),
          "bit " + bit);
    }
  }

  @Test
  void bringsBackNumbersOfEveryLength() {
    var coder = new ArithmeticEncoder();
    var model = new NumberModel(2);
    long[] numbers = new long[34 * 3];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.clamp((1L << (i / 3)) - 1 + i % 3 - 1, 0, (1L << 33) - 2);
      model.code(coder, i & 1, numbers[i]);
    }
    var decoder = new ArithmeticDecoder(new ByteReader(coder.finish()));
    var other = new NumberModel(2);
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(numbers[i], other.code(decoder, i & 1, 0), "number " + i);
    }
    for (long difference : new long[] {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertEquals(difference, NumberModel.unfold(NumberModel.fold(difference)));
    }
  }
}
