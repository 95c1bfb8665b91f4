package org.weighbridge.codec.lossless;

import java.util.List;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;

/**
 * Best-fit lossless compression: every back end is tried, the smallest result is kept, its head
 * included.
 *
 * <p>Stream: the number of the back end (u8); the raw size (varint), unless it is stored; the
 * packed bytes up to the end.
 */
public final class LosslessRace {
  /** A back end's place in this list is its number in files: append only. */
  private static final List<Lossless> MEMBERS = List.of(new Store(), new Deflate(), new Zstd());

  private static final int STORE = 0;

  private LosslessRace() {}

  public static byte[] compress(byte[] raw, Effort effort, Progress progress) {
    byte[] best = pack(STORE, raw, effort, progress);
    for (int id = STORE + 1; id < MEMBERS.size(); id++) {
      byte[] candidate = pack(id, raw, effort, progress);
      if (candidate.length < best.length) {
        best = candidate;
      }
    }
    return best;
  }

  private static byte[] pack(int id, byte[] raw, Effort effort, Progress progress) {
    var out = new ByteWriter().u8(id);
    if (id != STORE) {
      out.varint(raw.length);
    }
    return out.bytes(MEMBERS.get(id).compress(raw, effort, progress)).toBytes();
  }

  /**
   * The inverse.
   *
   * @param in positioned at the number of the back end; read to its end
   * @param maxRawSize no result can be larger; checked before memory is taken
   */
  public static byte[] decompress(ByteReader in, long maxRawSize) {
    int start = in.offset();
    int id = in.u8();
    if (id >= MEMBERS.size()) {
      throw new MalformedStreamException(start, "no lossless back end has the number " + id);
    }
    int rawSize =
        id == STORE ? in.remaining() : in.count((int) Math.min(maxRawSize, Integer.MAX_VALUE - 8));
    if (rawSize > maxRawSize) {
      throw new MalformedStreamException(
          start, rawSize + " bytes where " + maxRawSize + " are the most");
    }
    return MEMBERS.get(id).decompress(in.rest(), rawSize);
  }
}
