package org.weighbridge.codec.rans;

import java.util.Arrays;
import java.util.List;

/**
 * Encodes tokens by rANS (Duda, arXiv 1311.2540) with static tables. Immutable: blocks can be
 * encoded in parallel.
 */
public final class RansEncoder {
  private static final int FIELD = Frequencies.BITS + 1;
  private static final int MASK = (1 << FIELD) - 1;

  /** ceil(2^64 / frequency): the high half of a product with it is the quotient. */
  private final long[] reciprocals;

  /**
   * What a token does to a state: the part that is added to it for each quotient (13 bits), the
   * part that is added once (13 bits), the largest state before (the rest).
   */
  private final long[] steps;

  /** An encoder for tokens each in one of several contexts, at most 128, that have a table each. */
  public RansEncoder(List<Frequencies> tables) {
    reciprocals = new long[tables.size() * Frequencies.MAX_TOKENS];
    steps = new long[reciprocals.length];
    for (int context = 0; context < tables.size(); context++) {
      var table = tables.get(context);
      for (int token = 0; token < table.tokens(); token++) {
        int at = context * Frequencies.MAX_TOKENS + token;
        long frequency = table.of(token);
        long once = table.starts()[token];
        if (frequency == 1) {
          // the reciprocal does not fit: the quotient is less by 1, which is made up for
          reciprocals[at] = -1;
          once += Frequencies.TOTAL - 1;
        } else if (frequency > 1) {
          reciprocals[at] = Long.divideUnsigned(-1, frequency) + 1;
        }
        long largest = (frequency << (32 - Frequencies.BITS)) - 1;
        steps[at] = Frequencies.TOTAL - frequency | (once << FIELD) | (largest << (2 * FIELD));
      }
    }
  }

  /**
   * A block of tokens {@code from} to {@code to}, and the bits beside them.
   *
   * @param contexts the context of each token
   */
  public byte[] encode(byte[] tokens, byte[] contexts, int from, int to, BitSink beside) {
    int count = to - from;
    int lanes = Block.lanes(count);
    long[] states = new long[Block.LANES];
    Arrays.fill(states, Block.LEAST);
    byte[] buffer = new byte[Short.BYTES * count + Integer.BYTES * Block.LANES];
    int at = buffer.length;
    int whole = lanes == Block.LANES ? from + count / Block.LANES * Block.LANES : from;
    for (int i = to - 1; i >= whole; i--) {
      int entry = (contexts[i] << 8) | (tokens[i] & 0xff);
      int lane = (i - from) % lanes;
      long state = states[lane];
      long full = full(state, entry);
      Block.SHORT.set(buffer, at - Short.BYTES, (short) state);
      at += (int) full & -Short.BYTES;
      states[lane] = push(state >>> (full & 16), entry);
    }
    long a = states[0];
    long b = states[1];
    long c = states[2];
    long d = states[3];
    for (int i = whole - Block.LANES; i >= from; i -= Block.LANES) {
      int entry = (contexts[i + 3] << 8) | (tokens[i + 3] & 0xff);
      long full = full(d, entry);
      Block.SHORT.set(buffer, at - Short.BYTES, (short) d);
      at += (int) full & -Short.BYTES;
      d = push(d >>> (full & 16), entry);

      entry = (contexts[i + 2] << 8) | (tokens[i + 2] & 0xff);
      full = full(c, entry);
      Block.SHORT.set(buffer, at - Short.BYTES, (short) c);
      at += (int) full & -Short.BYTES;
      c = push(c >>> (full & 16), entry);

      entry = (contexts[i + 1] << 8) | (tokens[i + 1] & 0xff);
      full = full(b, entry);
      Block.SHORT.set(buffer, at - Short.BYTES, (short) b);
      at += (int) full & -Short.BYTES;
      b = push(b >>> (full & 16), entry);

      entry = (contexts[i] << 8) | (tokens[i] & 0xff);
      full = full(a, entry);
      Block.SHORT.set(buffer, at - Short.BYTES, (short) a);
      at += (int) full & -Short.BYTES;
      a = push(a >>> (full & 16), entry);
    }
    states = new long[] {a, b, c, d};
    for (int lane = lanes - 1; lane >= 0; lane--) {
      at -= Integer.BYTES;
      Block.INT.set(buffer, at, (int) states[lane]);
    }
    return beside.appendTo(buffer, at);
  }

  /** -1 if a token would push the state beyond 32 bits, else 0: all bits, to be used as a mask. */
  private long full(long state, int entry) {
    return ((steps[entry] >>> (2 * FIELD)) - state) >> 63;
  }

  /** state / frequency × 4096 + start + state % frequency, without a division. */
  private long push(long state, int entry) {
    int step = (int) steps[entry];
    long quotient = Math.unsignedMultiplyHigh(state, reciprocals[entry]);
    return state + (step >>> FIELD & MASK) + quotient * (step & MASK);
  }
}
