package org.weighbridge.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** What writer and reader of the file agree on. */
public final class Wbz {
  static final byte[] MAGIC = "WBZ".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;

  /** The version of files that are written and read piece by piece. */
  public static final int STREAMED = 2;

  static final int MAX_STRING = 1 << 16;
  static final int MAX_RANK = 32;
  static final int HASH_BYTES = 32;

  private Wbz() {}

  /** What a file of a version begins with: magic and version. */
  public static byte[] start(int version) {
    byte[] start = Arrays.copyOf(MAGIC, MAGIC.length + 1);
    start[MAGIC.length] = (byte) version;
    return start;
  }

  /** {@link #checksum(byte[])} of all that a stream has, which is not closed. */
  static int checksum(InputStream bytes) throws IOException {
    var crc = new CRC32C();
    var slice = new byte[1 << 16];
    for (int count = bytes.read(slice); count >= 0; count = bytes.read(slice)) {
      crc.update(slice, 0, count);
    }
    return (int) crc.getValue();
  }

  /** CRC-32C (Castagnoli, RFC 3720). */
  public static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
