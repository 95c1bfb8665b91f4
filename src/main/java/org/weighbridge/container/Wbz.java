package org.weighbridge.container;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** What writer and reader of the file agree on. */
final class Wbz {
  static final byte[] MAGIC = "WBZ".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  static final int MAX_STRING = 1 << 16;
  static final int MAX_RANK = 32;
  static final int HASH_BYTES = 32;

  private Wbz() {}

  /** CRC-32C (Castagnoli, RFC 3720). */
  static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
