package org.weighbridge.codec.lossless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.job.Progress;

/** A section packed on its way is one that every reader reads. */
class StreamedSectionTest {
  private static final long SEED = 8;

  @Test
  void isReadLikeAnyOther() throws IOException {
    var random = new Random(SEED);
    for (int size : new int[] {0, 1, 1 << 17, (1 << 17) + 1, 700_001}) {
      for (int kinds : new int[] {3, 256}) {
        var raw = new byte[size];
        for (int i = 0; i < size; i++) {
          raw[i] = (byte) random.nextInt(kinds);
        }
        var section = new StreamedSection(raw(raw), Progress.none());
        byte[] bytes = written(section);
        String what = size + " bytes of " + kinds + " kinds, seed " + SEED;
        assertEquals(section.size(), bytes.length, what);
        assertEquals(section.checksum(), checksum(bytes), what);
        assertArrayEquals(bytes, written(section), what);
        byte[] back = LosslessRace.MIXED.decompress(new ByteReader(bytes), size);
        assertArrayEquals(raw, back, what);
        assertEquals(kinds == 3 && size > 100 ? 2 : 0, bytes[0], "method of " + what);
      }
    }
  }

  private static byte[] written(StreamedSection section) throws IOException {
    var out = new ByteArrayOutputStream();
    section.writeTo(out);
    return out.toByteArray();
  }

  private static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static Raw raw(byte[] bytes) {
    return new Raw() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        for (int at = 0; at < bytes.length; at += 1000) {
          out.write(bytes, at, Math.min(1000, bytes.length - at));
        }
      }
    };
  }
}
