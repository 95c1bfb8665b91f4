package org.weighbridge.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFileTest {
  @TempDir private Path folder;

  @Test
  void writesWhatTheFormatSays() throws IOException {
    assertHolds("()", Shape.of());
    assertHolds("(0,)", Shape.of(0));
    assertHolds("(2,3,)", Shape.of(2, 3));
    assertHolds("(300,200,)", Shape.of(300, 200));
    assertHolds(
        "(1,2,3,4,5,6,7,8,9,1,1,1,1,1,1,)", Shape.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1, 1, 1, 1, 1));
  }

  private void assertHolds(String dims, Shape shape) throws IOException {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(0x7f800000 + 77 * i);
    }
    Path file = folder.resolve("a.npy");
    NpyFile.write(new Tensor(shape, values), file);
    var in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    in.get(magic);
    assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, magic);
    byte[] header = new byte[in.getShort()];
    in.get(header);
    assertEquals(0, in.position() % 64);
    String text = new String(header, StandardCharsets.US_ASCII);
    assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': " + dims + ", }", text.strip());
    assertEquals('\n', header[header.length - 1]);
    for (float value : values) {
      assertEquals(Float.floatToRawIntBits(value), in.getInt());
    }
    assertEquals(0, in.remaining());
  }
}
