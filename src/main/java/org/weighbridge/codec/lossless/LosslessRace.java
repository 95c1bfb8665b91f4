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
 *
 * @param members the first one stores; a back end's place in this list is its number in files:
 *     append only
 */
public record LosslessRace(List<Lossless> members) {
  /** The usual back ends. */
  public static final LosslessRace GENERAL =
      new LosslessRace(List.of(new Store(), new Deflate(), new Zstd()));

  /** For small data of mixed kinds. */
  public static final LosslessRace MIXED =
      new LosslessRace(List.of(new Store(), new Deflate(), new Zstd(), new ContextBytes()));

  private static final int STORE = 0;

  public LosslessRace {
    members = List.copyOf(members);
  }

  public byte[] compress(byte[] raw, Effort effort, Progress progress) {
    byte[] best = pack(STORE, raw, effort, progress);
    for (int id = STORE + 1; id < members.size(); id++) {
      if (members.get(id).races(raw.length, effort)) {
        byte[] candidate = pack(id, raw, effort, progress);
        best = candidate.length < best.length ? candidate : best;
      }
    }
    return best;
  }

  private byte[] pack(int id, byte[] raw, Effort effort, Progress progress) {
    var out = new ByteWriter().u8(id);
    if (id != STORE) {
      out.varint(raw.length);
    }
    return out.bytes(members.get(id).compress(raw, effort, progress)).toBytes();
  }

  /** The name of the back end that packed; its number is read. */
  public String nameOf(ByteReader in) {
    return member(in).name();
  }

  private Lossless member(ByteReader in) {
    int start = in.offset();
    int id = in.u8();
    if (id >= members.size()) {
      throw new MalformedStreamException(start, "no lossless back end has the number " + id);
    }
    return members.get(id);
  }

  /**
   * The inverse.
   *
   * @param in positioned at the number of the back end; read to its end
   * @param maxRawSize no result can be larger; checked before memory is taken
   */
  public byte[] decompress(ByteReader in, long maxRawSize) {
    int start = in.offset();
    var member = member(in);
    int most = (int) Math.min(maxRawSize, Integer.MAX_VALUE - 8);
    int rawSize = rawSize(member, in, most);
    if (rawSize > most) {
      throw new MalformedStreamException(start, rawSize + " bytes where " + most + " are the most");
    }
    return member.decompress(in.rest(), rawSize);
  }

  /** The number of bytes that were packed, at most {@code maxRawSize}. */
  public int rawSize(ByteReader in, int maxRawSize) {
    return rawSize(member(in), in, maxRawSize);
  }

  private int rawSize(Lossless member, ByteReader in, int most) {
    return member == members.get(STORE) ? in.remaining() : in.count(most);
  }
}
