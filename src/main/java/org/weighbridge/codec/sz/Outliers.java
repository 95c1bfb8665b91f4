package org.weighbridge.codec.sz;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;

/**
 * Weights stored bit for bit. Their four bytes are grouped, all lowest bytes first, because the
 * high ones (sign and exponent) resemble each other and compress.
 */
final class Outliers {
  private Outliers() {}

  static byte[] encode(float[] outliers, Effort effort, Progress progress) {
    var raw = new ByteWriter();
    for (int shift = 0; shift < 32; shift += 8) {
      for (float outlier : outliers) {
        raw.u8(Float.floatToRawIntBits(outlier) >>> shift);
      }
    }
    return LosslessRace.MIXED.compress(raw.toBytes(), effort, progress);
  }

  /** The number of them, without decoding. */
  static int count(ByteReader in) {
    return LosslessRace.MIXED.rawSize(in, Integer.MAX_VALUE) / 4;
  }

  /** The inverse: at most {@code max} floats. */
  static float[] decode(ByteReader in, int max) {
    byte[] raw = LosslessRace.MIXED.decompress(in, 4L * max);
    int count = raw.length / 4;
    if (raw.length % 4 != 0 || count == 0) {
      throw new MalformedStreamException(0, raw.length + " bytes of outliers are not whole floats");
    }
    float[] outliers = new float[count];
    for (int i = 0; i < count; i++) {
      int bits = 0;
      for (int plane = 0; plane < 4; plane++) {
        bits |= (raw[plane * count + i] & 0xff) << (8 * plane);
      }
      outliers[i] = Float.intBitsToFloat(bits);
    }
    return outliers;
  }
}
