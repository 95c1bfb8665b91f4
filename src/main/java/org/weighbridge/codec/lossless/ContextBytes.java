package org.weighbridge.codec.lossless;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.mixing.ArithmeticDecoder;
import org.weighbridge.codec.mixing.ArithmeticEncoder;
import org.weighbridge.codec.mixing.BitCoder;
import org.weighbridge.codec.mixing.ContextMixer;
import org.weighbridge.job.Progress;

/**
 * Bytes by context mixing: bit by bit from the highest, predicted from the bytes before, from what
 * followed the last time and, for floats, from the byte four places before. Slow; worth it for
 * small data, such as a graph with its biases.
 */
record ContextBytes() implements Lossless {
  private static final int LARGEST = 1 << 20;
  private static final int LEARNING = 15;
  private static final int HASH_BITS = 16;

  @Override
  public String name() {
    return "context";
  }

  @Override
  public boolean races(int rawSize, Effort effort) {
    return effort != Effort.FAST && rawSize <= LARGEST;
  }

  @Override
  public byte[] compress(byte[] raw, Effort effort, Progress progress) {
    var encoder = new ArithmeticEncoder();
    code(encoder, raw.clone(), progress);
    return encoder.finish();
  }

  @Override
  public byte[] decompress(byte[] packed, int rawSize) {
    if (rawSize > LARGEST) {
      throw new MalformedStreamException(0, rawSize + " bytes are more than this method packs");
    }
    var decoder = new ArithmeticDecoder(new ByteReader(packed));
    byte[] raw = new byte[rawSize];
    code(decoder, raw, Progress.none());
    decoder.end();
    return raw;
  }

  private static void code(BitCoder coder, byte[] bytes, Progress progress) {
    int hashed = 1 << HASH_BITS;
    var mixer =
        new ContextMixer(
            4 * 8, LEARNING, 1 << 8, 1 << 16, hashed, hashed, hashed, 1 << 18, 1 << 14, 1 << 6);
    var match = new Match(bytes);
    for (int at = 0; at < bytes.length; at++) {
      if ((at & 0xfff) == 0) {
        progress.check();
      }
      if (at > 0) {
        match.advance(at);
      }
      bytes[at] = (byte) code(coder, mixer, match, bytes, at);
    }
  }

  private static int code(BitCoder coder, ContextMixer mixer, Match match, byte[] bytes, int at) {
    int one = before(bytes, at, 1);
    int two = before(bytes, at, 2);
    int three = before(bytes, at, 3);
    int four = before(bytes, at, 4);
    int phase = at & 3;
    int last2 = one | two << 8;
    int last3 = last2 | three << 16;
    int last4 = last3 | four << 24;
    int next = bytes[at];
    int known = 1;
    for (int bit = 7; bit >= 0; bit--) {
      mixer.context(0, known);
      mixer.context(1, one << 8 | known);
      mixer.context(2, hash(last2, known));
      mixer.context(3, hash(last3, known));
      mixer.context(4, hash(last4, known));
      mixer.context(5, phase << 16 | four << 8 | known);
      mixer.context(6, ((one >>> 4) << 10) | (phase << 8) | known);
      mixer.context(7, match.expect(known, bit));
      mixer.weights(phase << 3 | bit);
      known = known << 1 | mixer.code(coder, (next >>> bit) & 1);
    }
    return known & 0xff;
  }

  private static int before(byte[] bytes, int at, int distance) {
    return at < distance ? 0 : bytes[at - distance] & 0xff;
  }

  /** Multiplicative hashing; the order is told apart by what is hashed. */
  private static int hash(int bytes, int known) {
    return (((bytes * 0x9e3779b1) ^ (known * 0x85ebca6b)) * 0xc2b2ae35) >>> (32 - HASH_BITS);
  }
}
