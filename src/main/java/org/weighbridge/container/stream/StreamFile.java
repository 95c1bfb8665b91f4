package org.weighbridge.container.stream;

import java.io.IOException;
import java.nio.file.Path;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.container.Source;
import org.weighbridge.container.Wbz;

/** What writer and reader of a file of version 2 agree on. */
public final class StreamFile {
  static final int VERSION = Wbz.STREAMED;

  /** Magic and version: where the plan begins. */
  static final int START = 4;

  /** Offset of the end record (u64), its checksum, magic and version again. */
  static final int TRAILER = Long.BYTES + Integer.BYTES + START;

  static final int HASH_BYTES = 32;

  private StreamFile() {}

  static byte[] start() {
    return Wbz.start(VERSION);
  }

  static byte[] trailer(long end) {
    var offset = new ByteWriter().u64(end).toBytes();
    return new ByteWriter().bytes(offset).u32(Wbz.checksum(offset)).bytes(start()).toBytes();
  }

  /** Whether a file begins as one of version 2 does; what cannot be read is left to others. */
  public static boolean begins(Path file) {
    try (var source = Source.open(file)) {
      return source.size() >= START && begins(source);
    } catch (IOException e) {
      return false;
    }
  }

  static boolean begins(Source source) throws IOException {
    return new ByteReader(source.bytes(0, Integer.BYTES)).u32() == new ByteReader(start()).u32();
  }
}
