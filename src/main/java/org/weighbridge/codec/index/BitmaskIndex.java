package org.weighbridge.codec.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

/** One bit per weight, the lowest bit of a byte first, then best-fit lossless compression. */
public record BitmaskIndex() implements IndexCoder {
  @Override
  public String name() {
    return "bitmask";
  }

  @Override
  public String nameOf(ByteReader in) {
    return name() + "+" + LosslessRace.GENERAL.nameOf(in);
  }

  @Override
  public boolean races(Mask mask, Effort effort) {
    return effort.affords(mask);
  }

  @Override
  public byte[] encode(Mask mask, Effort effort, Progress progress) {
    var buffer = ByteBuffer.allocate(mask.words().length * 8).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asLongBuffer().put(mask.words());
    return LosslessRace.GENERAL.compress(
        Arrays.copyOf(buffer.array(), byteCount(mask)), effort, progress);
  }

  @Override
  public Mask decode(ByteReader in, Shape shape, Progress progress) {
    var mask = Mask.empty(shape);
    int start = in.offset();
    byte[] bits = LosslessRace.GENERAL.decompress(in, byteCount(mask));
    if (bits.length != byteCount(mask)) {
      throw new MalformedStreamException(start, "the bit mask is too short");
    }
    byte[] padded = Arrays.copyOf(bits, mask.words().length * 8);
    ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(mask.words());
    int beyond = mask.size() & 63;
    if (beyond != 0 && mask.words()[mask.words().length - 1] >>> beyond != 0) {
      throw new MalformedStreamException(start, "the bit mask is longer than the layer");
    }
    return mask;
  }

  private static int byteCount(Mask mask) {
    return (mask.size() + 7) >>> 3;
  }
}
