package org.weighbridge.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;

class WbzFileTest {
  @Test
  void bringsBackEverything() {
    var file = TestFiles.small();
    byte[] bytes = WbzWriter.toBytes(file);
    assertArrayEquals(bytes, WbzWriter.toBytes(file), "deterministic");
    var read = WbzReader.read("small.wbz", bytes);
    assertEquals(file.producer(), read.producer());
    assertEquals(file.model(), read.model());
    assertEquals(file.modelHash(), read.modelHash());
    assertArrayEquals(file.graph(), read.graph());
    assertEquals(file.layers().size(), read.layers().size());
    for (int i = 0; i < file.layers().size(); i++) {
      var before = file.layers().get(i);
      var after = read.layers().get(i);
      assertEquals(before.name(), after.name());
      assertEquals(before.codec(), after.codec());
      assertEquals(before.version(), after.version());
      assertEquals(before.shape(), after.shape());
      assertEquals(before.bound(), after.bound());
      assertTrue(before.decode(Progress.none()).sameBits(after.decode(Progress.none())));
    }
  }

  @Test
  void holdsNoLayersAndNoHash() {
    var file = new WbzFile("", "", "", new byte[0], List.of());
    var read = WbzReader.read("empty.wbz", WbzWriter.toBytes(file));
    assertEquals("", read.modelHash());
    assertEquals(0, read.graph().length);
  }

  @Test
  void refusesEveryFlippedBit() {
    byte[] bytes = WbzWriter.toBytes(TestFiles.small());
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      refuses(flipped, "bit " + bit);
    }
  }

  @Test
  void refusesEveryTruncationAndAnyTail() {
    byte[] bytes = WbzWriter.toBytes(TestFiles.small());
    for (int length = 0; length < bytes.length; length++) {
      refuses(Arrays.copyOf(bytes, length), "cut to " + length);
    }
    refuses(Arrays.copyOf(bytes, bytes.length + 1), "one byte more");
  }

  /** Heads that carry the right checksum but lie. */
  @Test
  void survivesForgedHeads() {
    byte[] bytes = WbzWriter.toBytes(TestFiles.small());
    int headSize = (bytes[4] & 0x7f) | bytes[5] << 7;
    int headEnd = 6 + headSize;
    var random = new Random(71);
    for (int round = 0; round < 5000; round++) {
      byte[] forged = bytes.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        forged[6 + random.nextInt(headSize)] = (byte) random.nextInt();
      }
      byte[] sum = new ByteWriter().u32(Wbz.checksum(Arrays.copyOf(forged, headEnd))).toBytes();
      System.arraycopy(sum, 0, forged, headEnd, 4);
      try {
        WbzReader.read("forged.wbz", forged);
      } catch (Fault expected) {
        assertTrue(expected.sentence().startsWith("forged.wbz "), expected.sentence());
      }
    }
  }

  private static void refuses(byte[] bytes, String what) {
    var fault = assertThrows(Fault.class, () -> WbzReader.read("a.wbz", bytes), what);
    assertTrue(fault.sentence().startsWith("a.wbz "), fault.sentence());
    assertTrue(fault.sentence().endsWith("."), fault.sentence());
  }

  @Test
  void saysWhatIsWrongInOneSentence(@TempDir Path folder) throws IOException {
    var file = folder.resolve("x.wbz");
    assertSentence(file, "Cannot read " + file + ": there is no such file.");
    Files.writeString(file, "hello");
    assertSentence(file, file + " is not a .wbz file; choose one that Weighbridge has written.");
    byte[] bytes = WbzWriter.toBytes(TestFiles.small());
    bytes[3] = 9;
    Files.write(file, bytes);
    assertSentence(
        file,
        file + " has format version 9 and this Weighbridge reads version 1; use a newer one.");
    bytes[3] = 1;
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertSentence(
        file,
        file
            + " is damaged: layer rank 4 does not match its checksum;"
            + " copy it again from its source or encode the model again.");
  }

  private static void assertSentence(Path file, String sentence) {
    assertEquals(sentence, assertThrows(Fault.class, () -> WbzReader.read(file)).sentence());
  }

  @Test
  void namesTheLayerThatCannotBeDecoded() {
    var layer = new WbzLayer("fc1.weight", "sz", 1, Shape.of(2, 2), 0.01, new byte[] {66, 1});
    var fault = assertThrows(Fault.class, () -> layer.decode(Progress.none()));
    assertTrue(fault.sentence().contains("fc1.weight"), fault.sentence());
    var unknown = new WbzLayer("fc1.weight", "zip", 1, Shape.of(2, 2), 0.01, new byte[0]);
    assertThrows(Fault.class, () -> unknown.decode(Progress.none()));
  }
}
