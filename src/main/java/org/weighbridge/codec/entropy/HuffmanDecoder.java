package org.weighbridge.codec.entropy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.weighbridge.codec.MalformedStreamException;

/**
 * Reads the words of a canonical Huffman code. Words of one length are consecutive, so that a word
 * has the first length whose limit lies above the next 32 bits; a table on the first bits says
 * where to start.
 */
final class HuffmanDecoder {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int TABLE_BITS = 10;

  /** Above the last word of each length, aligned to the left of 32 bits. */
  private final long[] limit = new long[HuffmanCode.MAX_LENGTH + 2];

  /** Added to a word of each length, gives the place of its symbol. */
  private final int[] offset = new int[HuffmanCode.MAX_LENGTH + 1];

  private final int[] symbols;
  private final byte[] leastLength = new byte[1 << TABLE_BITS];

  HuffmanDecoder(HuffmanCode code) {
    int[] first = code.firstWords();
    int[] perLength = code.perLength();
    int[] next = new int[HuffmanCode.MAX_LENGTH + 1];
    int place = 0;
    for (int length = 1; length <= HuffmanCode.MAX_LENGTH; length++) {
      limit[length] = (long) (first[length] + perLength[length]) << (32 - length);
      offset[length] = place - first[length];
      next[length] = place;
      place += perLength[length];
    }
    limit[HuffmanCode.MAX_LENGTH + 1] = Long.MAX_VALUE;
    symbols = new int[place];
    for (int i = 0; i < place; i++) {
      symbols[next[code.lengths()[i]]++] = code.symbols()[i];
    }
    for (int entry = 0; entry < leastLength.length; entry++) {
      leastLength[entry] = (byte) length((long) entry << (32 - TABLE_BITS), 1);
    }
  }

  private int length(long window, int from) {
    int length = from;
    while (window >= limit[length]) {
      length++;
    }
    return length;
  }

  /** Fills {@code target}; the words must end in the last byte. */
  void decode(byte[] words, int[] target) {
    byte[] padded = Arrays.copyOf(words, words.length + Long.BYTES);
    long end = 8L * words.length;
    long at = 0;
    for (int i = 0; i < target.length; i++) {
      long bits = (long) LONG.get(padded, (int) (at >>> 3)) << (at & 7);
      long window = bits >>> 32;
      int length = length(window, leastLength[(int) (window >>> (32 - TABLE_BITS))]);
      at += length;
      if (length > HuffmanCode.MAX_LENGTH || at > end) {
        throw new MalformedStreamException(at >>> 3, "there is no such Huffman word");
      }
      target[i] = symbols[offset[length] + (int) (window >>> (32 - length))];
    }
    if (end - at >= 8) {
      throw new MalformedStreamException(at >>> 3, "bytes follow the last Huffman word");
    }
  }
}
