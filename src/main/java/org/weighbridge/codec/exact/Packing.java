package org.weighbridge.codec.exact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.lossless.ByteGroups;
import org.weighbridge.codec.lossless.Lossless;
import org.weighbridge.job.Progress;

/** How the bits of some floats are packed. */
sealed interface Packing {
  byte[] pack(int[] bits, Effort effort, Progress progress);

  /** The inverse, into as many as there are. */
  void unpack(byte[] packed, int[] bits) throws MalformedStreamException;

  /** Floats as they lie in memory, lowest byte first, through a compressor. */
  record Plain(Lossless compressor) implements Packing {
    @Override
    public byte[] pack(int[] bits, Effort effort, Progress progress) {
      return compressor.compress(toBytes(bits), effort, progress);
    }

    @Override
    public void unpack(byte[] packed, int[] bits) {
      fromBytes(compressor.decompress(packed, Float.BYTES * bits.length), bits);
    }
  }

  /**
   * Floats with the sign behind the mantissa, so that the exponent is a byte of its own, in groups
   * of bytes.
   */
  record Grouped() implements Packing {
    @Override
    public byte[] pack(int[] bits, Effort effort, Progress progress) {
      int[] rotated = new int[bits.length];
      for (int i = 0; i < bits.length; i++) {
        rotated[i] = Integer.rotateLeft(bits[i], 1);
      }
      return ByteGroups.pack(toBytes(rotated), Float.BYTES, effort, progress);
    }

    @Override
    public void unpack(byte[] packed, int[] bits) {
      fromBytes(ByteGroups.unpack(new ByteReader(packed), bits.length, Float.BYTES), bits);
      for (int i = 0; i < bits.length; i++) {
        bits[i] = Integer.rotateRight(bits[i], 1);
      }
    }
  }

  private static byte[] toBytes(int[] bits) {
    byte[] bytes = new byte[Integer.BYTES * bits.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(bits);
    return bytes;
  }

  private static void fromBytes(byte[] bytes, int[] bits) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(bits);
  }
}
