package org.weighbridge.codec.lossless;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.MalformedStreamException;

/**
 * A section of {@link LosslessRace#MIXED} that may be too large to be held: the inverse of {@link
 * StreamedSection}. What a large one says of its size is believed only as far as it is plausible.
 */
public final class PackedSection {
  private static final int STORE = 0;
  private static final int ZSTD = 2;

  /** Method and raw size. */
  private static final int LONGEST_START = 1 + 9;

  private final InputStream packed;
  private final long packedSize;
  private final int method;
  private final int rawSize;

  /**
   * Reads how the section was packed.
   *
   * @param section all bytes of the section
   * @param size how many these are
   * @param most the section makes no more bytes
   * @throws MalformedStreamException when it would, or would expand as nothing honest does
   */
  public PackedSection(InputStream section, long size, int most) throws IOException {
    byte[] start = section.readNBytes((int) Math.min(LONGEST_START, size));
    var head = new ByteReader(start);
    method = head.u8();
    if (method >= LosslessRace.MIXED.members().size()) {
      throw new MalformedStreamException(0, "no lossless back end has the number " + method);
    }
    long raw = method == STORE ? size - 1 : head.varint(most);
    packedSize = size - head.offset();
    if (raw > most || !Expansion.plausible(raw, packedSize)) {
      throw new MalformedStreamException(
          1, "%d bytes are said to be packed into %d".formatted(raw, packedSize));
    }
    rawSize = (int) raw;
    packed = new SequenceInputStream(new ByteArrayInputStream(head.rest()), section);
  }

  /** How many bytes it makes. */
  public int rawSize() {
    return rawSize;
  }

  /**
   * The bytes it makes, to be asked for once. What the two usual ways of packing made is unpacked
   * as it is read, everything else at once.
   */
  public InputStream unpacking() throws IOException {
    return switch (method) {
      case STORE -> packed;
      case ZSTD -> new ZstdInput(packed, packedSize, rawSize);
      default -> {
        var member = LosslessRace.MIXED.members().get(method);
        yield new ByteArrayInputStream(member.decompress(packed.readAllBytes(), rawSize));
      }
    };
  }

  /** All bytes it makes; memory is taken for them as they come out. */
  public byte[] unpacked() throws IOException {
    try (var raw = unpacking()) {
      return GrowingBytes.read(raw, rawSize, packedSize);
    }
  }
}
