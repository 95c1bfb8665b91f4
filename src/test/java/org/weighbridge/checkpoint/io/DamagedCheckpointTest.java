package org.weighbridge.checkpoint.io;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.weighbridge.checkpoint.io.SafetensorsBytes.header;
import static org.weighbridge.checkpoint.io.SafetensorsBytes.tensor;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.fault.Fault;
import org.weighbridge.fuzz.ByteDamage;
import org.weighbridge.job.Progress;

/** Whatever the bytes, reading ends in a sound checkpoint or in a sentence, without much memory. */
class DamagedCheckpointTest {
  private static final long MOST_BYTES = 4L << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final byte[] GOOD =
      SafetensorsBytes.of(
          header(
              "\"__metadata__\":{\"format\":\"pt\"}",
              tensor("model.embed.weight", "F32", "[2,3]", 0, 24),
              tensor("norm", "BF16", "[4]", 24, 32),
              tensor("ids", "I64", "[]", 32, 40)),
          40);
  private static final byte[] OTHER =
      SafetensorsBytes.of(header(tensor("w", "F16", "[7,1,1]", 0, 14)), 14);
  private static final String INDEX =
      "{\"metadata\":{\"total_size\":40},\"weight_map\":{\"model.embed.weight\":\"a.safetensors\","
          + "\"norm\":\"a.safetensors\",\"ids\":\"a.safetensors\",\"w\":\"b.safetensors\"}}";

  @TempDir Path folder;
  private int read;
  private int refused;

  @Test
  void readsOrRefusesMutantFiles() throws IOException {
    files(500);
  }

  @Test
  void readsOrRefusesMutantIndices() throws IOException {
    indices(500);
  }

  @Test
  @Tag("slow")
  void readsOrRefusesManyMutants() throws IOException {
    files(50_000);
    indices(50_000);
  }

  private void files(int mutants) throws IOException {
    Path file = folder.resolve("mutant.safetensors");
    for (int seed = 0; seed < mutants; seed++) {
      Files.write(file, mutant(GOOD, seed));
      endsWell(file, "seed " + seed);
    }
    assertBothWaysOut(mutants);
  }

  private void indices(int mutants) throws IOException {
    Files.write(folder.resolve("a.safetensors"), GOOD);
    Files.write(folder.resolve("b.safetensors"), OTHER);
    Path index = folder.resolve("mutant.safetensors.index.json");
    for (int seed = 0; seed < mutants; seed++) {
      Files.write(index, mutant(INDEX.getBytes(StandardCharsets.UTF_8), seed));
      endsWell(index, "seed " + seed);
    }
    assertBothWaysOut(mutants);
  }

  /** Half of the mutants have one byte changed: more damage is mostly found out by the first. */
  private static byte[] mutant(byte[] good, long seed) {
    var random = new SplittableRandom(seed);
    if (random.nextBoolean()) {
      return ByteDamage.several(good, OTHER, random);
    }
    byte[] mutant = good.clone();
    mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
    return mutant;
  }

  private void endsWell(Path file, String seed) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      assertSound(CheckpointFiles.read(file, Progress.none()), seed);
      read++;
    } catch (Fault fault) {
      assertTrue(fault.sentence().startsWith("Cannot read " + folder), seed + fault.sentence());
      assertTrue(fault.sentence().endsWith("."), seed + ": " + fault.sentence());
      assertTrue(fault.sentence().chars().noneMatch(Character::isISOControl), seed);
      refused++;
    } catch (RuntimeException | Error e) {
      fail(seed, e);
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(bytes < MOST_BYTES, seed + " allocates " + bytes + " bytes");
  }

  /** Every tensor lies in its file, behind the one before it, and is as long as its shape says. */
  private void assertSound(Checkpoint checkpoint, String seed) {
    StoredTensor last = null;
    for (StoredTensor tensor : checkpoint.tensors()) {
      var file = checkpoint.files().get(tensor.file());
      assertTrue(file.path().startsWith(folder), seed);
      boolean behind =
          last == null || last.file() != tensor.file() || last.end() <= tensor.offset();
      assertTrue(behind && tensor.offset() >= 8 && tensor.end() <= file.size(), seed);
      if (tensor.type().codable()) {
        assertTrue(tensor.size() * tensor.type().bytes() == tensor.bytes(), seed);
      }
      last = tensor;
    }
  }

  private void assertBothWaysOut(int mutants) {
    assertTrue(read > mutants / 20, read + " of " + mutants + " read");
    assertTrue(refused > mutants / 10, refused + " of " + mutants + " refused");
  }
}
