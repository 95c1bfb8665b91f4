package org.weighbridge.codec.lossless;

import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;

/**
 * Numbers of a few bytes, packed group by group: all lowest bytes together, and so on to the
 * highest ones. Bytes that hold exponents resemble each other and compress, those of mantissas are
 * noise and are stored (Hershcovitch et al., ZipNN, 2024). Each group is stored or packed by zstd,
 * whichever is shorter.
 *
 * <p>Stream: the groups, lowest first, each but the last after its size (varint).
 */
public final class ByteGroups {
  private static final LosslessRace ZSTD = new LosslessRace(List.of(new Store(), new Zstd()));

  private ByteGroups() {}

  /**
   * Packs numbers.
   *
   * @param numbers little-endian
   * @param width bytes of a number
   */
  public static byte[] pack(byte[] numbers, int width, Effort effort, Progress progress) {
    var out = new ByteWriter();
    int count = numbers.length / width;
    for (int group = 0; group < width; group++) {
      byte[] bytes = new byte[count];
      for (int i = 0; i < count; i++) {
        bytes[i] = numbers[i * width + group];
      }
      byte[] packed = ZSTD.compress(bytes, effort, progress);
      if (group < width - 1) {
        out.varint(packed.length);
      }
      out.bytes(packed);
    }
    return out.toBytes();
  }

  /**
   * The inverse.
   *
   * @param in read to its end
   * @param count how many numbers there are, already checked by the caller
   */
  public static byte[] unpack(ByteReader in, int count, int width) throws MalformedStreamException {
    byte[] numbers = new byte[count * width];
    for (int group = 0; group < width; group++) {
      int start = in.offset();
      var packed = group < width - 1 ? in.counted() : in.rest();
      byte[] bytes = ZSTD.decompress(new ByteReader(packed), count);
      if (bytes.length != count) {
        throw new MalformedStreamException(start, bytes.length + " bytes of " + count + " numbers");
      }
      for (int i = 0; i < count; i++) {
        numbers[i * width + group] = bytes[i];
      }
    }
    return numbers;
  }
}
