package org.weighbridge.codec.rans;

import java.util.Arrays;
import java.util.List;
import org.weighbridge.codec.MalformedStreamException;

/**
 * Decodes what {@link RansEncoder} encoded: one look at a table gives a token and the next state.
 */
public final class RansDecoder {
  private static final int MASK = Frequencies.TOTAL - 1;

  /** Bytes read beyond the end before it is noticed. */
  private static final int AHEAD = Block.LANES * Short.BYTES;

  /** For each slot of each context: the token (8 bits), frequency - 1 and offset (12 bits each). */
  private final int[] slots;

  /** The tables that the encoder had. */
  public RansDecoder(List<Frequencies> tables) {
    slots = new int[tables.size() << Frequencies.BITS];
    for (int context = 0; context < tables.size(); context++) {
      var table = tables.get(context);
      int base = context << Frequencies.BITS;
      for (int token = 0; token < table.tokens(); token++) {
        int start = table.starts()[token];
        int frequency = table.of(token);
        for (int offset = 0; offset < frequency; offset++) {
          slots[base + start + offset] = token | ((frequency - 1) << 8) | (offset << 20);
        }
      }
    }
  }

  /**
   * Decodes a block.
   *
   * @param contexts those of the tokens, {@code from} to {@code to}
   * @param tokens filled from 0 on
   * @return the bits beside the tokens
   */
  public BitSource decode(byte[] block, byte[] contexts, int from, int to, byte[] tokens) {
    int count = to - from;
    int lanes = Block.lanes(count);
    int at = lanes * Integer.BYTES;
    if (block.length < at) {
      throw new MalformedStreamException(0, "a block is cut off");
    }
    byte[] bytes = Arrays.copyOf(block, block.length + AHEAD);
    int[] states = new int[Block.LANES];
    Arrays.fill(states, Block.LEAST);
    for (int lane = 0; lane < lanes; lane++) {
      states[lane] = (int) Block.INT.get(bytes, lane * Integer.BYTES);
    }
    int whole = lanes == Block.LANES ? from + count / Block.LANES * Block.LANES : from;
    int a = states[0];
    int b = states[1];
    int c = states[2];
    int d = states[3];
    for (int i = from; i < whole; i += Block.LANES) {
      int slot = slots[(contexts[i] << Frequencies.BITS) | (a & MASK)];
      tokens[i - from] = (byte) slot;
      a = pop(a, slot);
      int low = low(a);
      a = (a << (low & 16)) | ((short) Block.SHORT.get(bytes, at) & 0xffff & low);
      at += low & Short.BYTES;

      slot = slots[(contexts[i + 1] << Frequencies.BITS) | (b & MASK)];
      tokens[i - from + 1] = (byte) slot;
      b = pop(b, slot);
      low = low(b);
      b = (b << (low & 16)) | ((short) Block.SHORT.get(bytes, at) & 0xffff & low);
      at += low & Short.BYTES;

      slot = slots[(contexts[i + 2] << Frequencies.BITS) | (c & MASK)];
      tokens[i - from + 2] = (byte) slot;
      c = pop(c, slot);
      low = low(c);
      c = (c << (low & 16)) | ((short) Block.SHORT.get(bytes, at) & 0xffff & low);
      at += low & Short.BYTES;

      slot = slots[(contexts[i + 3] << Frequencies.BITS) | (d & MASK)];
      tokens[i - from + 3] = (byte) slot;
      d = pop(d, slot);
      low = low(d);
      d = (d << (low & 16)) | ((short) Block.SHORT.get(bytes, at) & 0xffff & low);
      at += low & Short.BYTES;
      if (at > block.length) {
        throw new MalformedStreamException(at, "a block is cut off");
      }
    }
    states = new int[] {a, b, c, d};
    for (int i = whole; i < to; i++) {
      int lane = (i - from) % lanes;
      int slot = slots[(contexts[i] << Frequencies.BITS) | (states[lane] & MASK)];
      tokens[i - from] = (byte) slot;
      int state = pop(states[lane], slot);
      int low = low(state);
      states[lane] = (state << (low & 16)) | ((short) Block.SHORT.get(bytes, at) & 0xffff & low);
      at += low & Short.BYTES;
      if (at > block.length) {
        throw new MalformedStreamException(at, "a block is cut off");
      }
    }
    for (int state : states) {
      if (state != Block.LEAST) {
        throw new MalformedStreamException(at, "a block does not end where it should");
      }
    }
    return new BitSource(bytes, at, block.length);
  }

  private static int pop(int state, int slot) {
    return ((slot >>> 8 & MASK) + 1) * (state >>> Frequencies.BITS) + (slot >>> 20);
  }

  /** -1 if the state (unsigned) has 16 bits or fewer left, else 0. */
  private static int low(int state) {
    return ((state >>> 16) - 1) >> 31;
  }
}
