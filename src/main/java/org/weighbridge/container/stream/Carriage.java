package org.weighbridge.container.stream;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.codec.lossless.LosslessRace;
import org.weighbridge.job.Progress;

/**
 * Bytes that are carried along without loss: by zstd where that is shorter, else as they are. At
 * the highest effort everything that {@link LosslessRace#GENERAL} knows is tried; others would take
 * hours for gigabytes.
 */
public final class Carriage {
  private static final LosslessRace ALL = LosslessRace.GENERAL;

  /** Numbers of members in files. */
  private static final int STORED = 0;

  private static final int ZSTD = 2;

  private Carriage() {}

  /** Packs. */
  public static byte[] pack(byte[] raw, Effort effort, Progress progress) {
    if (effort == Effort.MAX) {
      return ALL.compress(raw, effort, progress);
    }
    byte[] packed = ALL.members().get(ZSTD).compress(raw, Effort.FAST, progress);
    var start = new ByteWriter().u8(ZSTD).varint(raw.length);
    return start.size() + packed.length <= raw.length
        ? start.bytes(packed).toBytes()
        : new ByteWriter().u8(STORED).bytes(raw).toBytes();
  }

  /**
   * Unpacks.
   *
   * @param length how many bytes there must be
   * @throws MalformedStreamException when there are more or less, before more are made
   */
  public static byte[] unpack(byte[] body, int length) {
    if (ALL.rawSize(new ByteReader(body), length) != length) {
      throw new MalformedStreamException(0, "a chunk has another length than its place");
    }
    return ALL.decompress(new ByteReader(body), length);
  }
}
