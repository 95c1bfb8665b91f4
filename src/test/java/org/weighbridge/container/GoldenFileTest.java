package org.weighbridge.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;

/**
 * A file written by an earlier build: this one must still read it, and write the same bytes.
 *
 * <p>When the format changes on purpose, its version grows, and the old file stays beside a new
 * one. The bytes of this build are left in {@code target/golden}.
 */
class GoldenFileTest {
  private static final String NAME = "golden/small-v1.wbz";

  @Test
  void writesTheSameBytes() throws IOException {
    byte[] bytes = WbzWriter.toBytes(TestFiles.small());
    var fresh = Path.of("target", NAME);
    Files.createDirectories(fresh.getParent());
    Files.write(fresh, bytes);
    assertArrayEquals(golden(), bytes);
  }

  @Test
  void readsTheOldBytes() throws IOException {
    var file = WbzReader.read(NAME, golden());
    assertEquals("Weighbridge 0.1.0", file.producer());
    var expected = TestFiles.small().layers();
    assertEquals(expected.size(), file.layers().size());
    for (int i = 0; i < expected.size(); i++) {
      var decoded = file.layers().get(i).decode(Progress.none());
      assertTrue(expected.get(i).decode(Progress.none()).sameBits(decoded));
    }
  }

  /** What docs/format.md says about the first bytes, read by hand. */
  @Test
  void beginsAsDescribed() throws IOException {
    var in = new ByteReader(golden());
    assertArrayEquals(new byte[] {'W', 'B', 'Z', 1}, in.bytes(4));
    var head = new ByteReader(in.bytes(in.count(1000)));
    assertEquals("Weighbridge 0.1.0", head.string(100));
    assertEquals("tiny", head.string(100));
    assertEquals(32, head.u8());
    head.bytes(32);
    head.varint(1000);
    head.u32();
    assertEquals(4, head.count(100));
    assertEquals("sz.weight", head.string(100));
    assertEquals("sz", head.string(100));
    assertEquals(1, head.varint(100));
    assertEquals(2, head.u8());
    assertEquals(Shape.of(12, 10), Shape.of(head.count(100), head.count(100)));
    assertEquals(0.01, head.positive());
  }

  private static byte[] golden() throws IOException {
    try (var in = GoldenFileTest.class.getResourceAsStream("/" + NAME)) {
      assertNotNull(in, NAME);
      return in.readAllBytes();
    }
  }
}
