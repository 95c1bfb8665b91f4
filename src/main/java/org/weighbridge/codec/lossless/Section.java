package org.weighbridge.codec.lossless;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** A section of a file, packed, whose size and checksum are known before it is written. */
public interface Section {
  /** Bytes of the section. */
  long size();

  /** CRC-32C of the section. */
  int checksum();

  /** Writes the section: the same bytes each time. */
  void writeTo(OutputStream out) throws IOException;

  /** A section that is there already. */
  static Section of(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    int checksum = (int) crc.getValue();
    return new Section() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public int checksum() {
        return checksum;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
