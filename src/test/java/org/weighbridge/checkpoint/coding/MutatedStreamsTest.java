package org.weighbridge.checkpoint.coding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * Damaged files of version 2 are refused, or give what was encoded; also those whose checksums were
 * made right again after the damage, which reach what checksums protect.
 */
class MutatedStreamsTest {
  private static final long SEED = 2;

  @TempDir Path folder;

  @Test
  void someMutations() throws IOException {
    mutate(250); // beside those of StreamFuzzTest
  }

  @Test
  @Tag("slow")
  void aHundredThousandMutations() throws IOException {
    mutate(100_000);
  }

  private void mutate(int cases) throws IOException {
    var original = SmallCheckpoint.write(folder.resolve("in"), SEED);
    Path wbz = folder.resolve("x.wbz");
    CheckpointEncoder.encode(
        original, SmallCheckpoint.plan(original, "0.01"), wbz, Progress.none());
    byte[] right = Files.readAllBytes(wbz);
    var random = new SplittableRandom(SEED);
    Path damaged = folder.resolve("damaged.wbz");
    Path out = folder.resolve("out");
    int refused = 0;
    for (int i = 0; i < cases; i++) {
      byte[] bytes = mutated(right, random);
      if (i % 2 == 0) {
        mendChecksums(bytes);
      }
      Files.write(damaged, bytes);
      try {
        // what is left is the price of threads
        WorkPool.limited(1, () -> CheckpointDecoder.decode(damaged, out, Progress.none()));
      } catch (Fault fault) {
        refused++;
        assertTrue(fault.sentence().contains("wbz"), fault::sentence);
      } catch (RuntimeException e) {
        throw new AssertionError("case " + i + ", seed " + SEED, e);
      }
    }
    assertTrue(refused > cases / 2, refused + " of " + cases);
  }

  private static byte[] mutated(byte[] right, SplittableRandom random) {
    byte[] bytes =
        random.nextInt(10) == 0
            ? Arrays.copyOf(right, random.nextInt(right.length))
            : right.clone();
    // plan and heads are few bytes, and the ones that decide
    int reach = random.nextBoolean() ? Math.min(400, bytes.length) : bytes.length;
    for (int left = 1 + random.nextInt(4); left > 0 && reach > 0; left--) {
      bytes[random.nextInt(reach)] = (byte) random.nextInt();
    }
    return bytes;
  }

  /** Goes through the records as far as their sizes lead and makes their checksums right. */
  private static void mendChecksums(byte[] bytes) {
    int at = 4;
    while (at + 17 <= bytes.length) {
      long head = u32(bytes, at + 1);
      long body = u32(bytes, at + 5);
      long end = at + 17 + head + body;
      if (end > bytes.length) {
        return;
      }
      int bodyAt = (int) (at + 17 + head);
      put(bytes, at + 9, checksum(bytes, bodyAt, (int) body));
      put(bytes, bodyAt - 4, checksum(bytes, at, (int) (13 + head)));
      at = (int) end;
    }
  }

  private static long u32(byte[] bytes, int at) {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xff);
    }
    return value;
  }

  private static void put(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  private static int checksum(byte[] bytes, int at, int length) {
    var crc = new CRC32C();
    crc.update(bytes, at, length);
    return (int) crc.getValue();
  }
}
