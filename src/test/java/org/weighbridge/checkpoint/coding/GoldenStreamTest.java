package org.weighbridge.checkpoint.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.job.Progress;

/**
 * A file of version 2 written by an earlier build: this one must still read it, and write the same
 * bytes. When the format changes on purpose, its version grows. The bytes of this build are left in
 * {@code target/golden}.
 */
class GoldenStreamTest {
  private static final String NAME = "golden/small-v2.wbz";
  private static final long SEED = 5;

  @TempDir Path folder;

  private static byte[] golden() throws IOException {
    try (var in = GoldenStreamTest.class.getResourceAsStream("/" + NAME)) {
      assertNotNull(in, NAME);
      return in.readAllBytes();
    }
  }

  @Test
  void writesTheSameBytes() throws IOException {
    var original = SmallCheckpoint.write(folder.resolve("in"), SEED);
    Path fresh = Path.of("target", NAME);
    CheckpointEncoder.encode(
        original, SmallCheckpoint.plan(original, "0.01"), fresh, Progress.none());
    assertArrayEquals(golden(), Files.readAllBytes(fresh));
  }

  @Test
  void readsTheOldBytes() throws IOException {
    var original = SmallCheckpoint.write(folder.resolve("in"), SEED);
    Path file = Files.write(folder.resolve("old.wbz"), golden());
    var verified = CheckpointVerifier.verify(file, original, Progress.none());
    assertTrue(verified.ok() && verified.sameSource(), verified::toString);
  }

  /** What docs/format-2.md says of the first bytes, read by hand. */
  @Test
  void beginsAsDescribed() throws IOException {
    var in = new ByteReader(golden());
    assertArrayEquals(new byte[] {'W', 'B', 'Z', 2}, in.bytes(4));
    assertEquals(1, in.u8());
    assertEquals(0, in.u32());
    int size = in.u32();
    in.u32();
    in.u32();
    var plan = new ByteReader(in.bytes(size));
    assertEquals("test", plan.string(100));
    assertEquals("small", plan.string(100));
    assertEquals("by hand", plan.string(100));
    assertEquals("effort fast, below bound drop", plan.string(100));
    assertEquals(SmallCheckpoint.BLOCK, plan.count(1 << 24));
    assertEquals(2, plan.count(100));
    assertEquals("model-1.bin", plan.string(100));
    assertEquals(2, in.u8());
  }
}
