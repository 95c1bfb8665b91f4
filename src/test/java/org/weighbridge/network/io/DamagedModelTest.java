package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Network;
import org.weighbridge.network.TestModels;

/** Whatever the bytes, reading ends in a network or in a sentence, soon and without much memory. */
class DamagedModelTest {
  private static final int MUTANTS = 1_000;
  private static final long MOST_BYTES = 16L << 20;
  private static final long MOST_NANOS = 10_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  void readsOrRefusesMutants() throws IOException {
    List<Network> networks =
        List.of(
            TestModels.mlp(1, 6, 4, 3),
            TestModels.conv(2),
            TestModels.constantNodes(3, 6, 4, 3),
            TestModels.matMul(4, 6, 4, 3));
    Path external = TestModels.externalData(folder, TestModels.mlp(5, 6, 4, 3));
    byte[] outside = Files.readAllBytes(external);
    for (int seed = 0; seed < MUTANTS; seed++) {
      int kind = seed % (networks.size() + 1);
      byte[] content = kind == networks.size() ? outside : NetworkFiles.toBytes(networks.get(kind));
      byte[] mutant = mutate(content, new SplittableRandom(seed));
      Files.write(external, mutant);
      endsWell(() -> NetworkFiles.read(external), "seed " + seed);
    }
  }

  @Test
  void restoresOrRefusesMutants() {
    Network network = TestModels.mlp(1, 6, 4, 3);
    var weights = GraphPayloadTest.weights(network);
    byte[] graph = GraphPayload.withoutLayers(network, weights.keySet());
    for (int seed = 0; seed < MUTANTS; seed++) {
      byte[] mutant = mutate(graph, new SplittableRandom(seed));
      endsWell(() -> GraphPayload.restore(mutant, weights, "mlp"), "seed " + seed);
    }
  }

  private static void endsWell(Supplier<Network> action, String seed) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    try {
      assertNotNull(action.get(), seed);
    } catch (Fault fault) {
      assertTrue(fault.sentence().startsWith("Cannot "), seed + ": " + fault.sentence());
      assertTrue(fault.sentence().endsWith("."), seed + ": " + fault.sentence());
      assertTrue(fault.sentence().chars().noneMatch(Character::isISOControl), seed);
    } catch (RuntimeException | Error e) {
      fail(seed, e);
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(bytes < MOST_BYTES, seed + " allocates " + bytes + " bytes");
    assertTrue(System.nanoTime() - start < MOST_NANOS, seed + " takes too long");
  }

  /** One to four changes: a bit, a byte, a run of bytes cut out, doubled or overwritten. */
  private static byte[] mutate(byte[] content, SplittableRandom random) {
    byte[] mutant = content.clone();
    for (int change = random.nextInt(1, 5); change > 0; change--) {
      // damage beyond the first bytes mostly hits weights, which may be anything
      int reach = random.nextBoolean() ? Math.min(300, mutant.length) : mutant.length;
      int at = random.nextInt(reach);
      int run = random.nextInt(1, Math.min(20, mutant.length - at) + 1);
      switch (random.nextInt(5)) {
        case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutant[at] = (byte) random.nextInt();
        case 2 -> mutant = joined(mutant, at, at + run);
        case 3 -> mutant = joined(mutant, at + run, at);
        default -> Arrays.fill(mutant, at, at + run, (byte) (random.nextBoolean() ? 0xff : 0));
      }
      if (mutant.length == 0) {
        return content;
      }
    }
    return mutant;
  }

  /** The bytes before {@code end} and those from {@code start} on: a gap or a repetition. */
  private static byte[] joined(byte[] content, int end, int start) {
    byte[] joined = Arrays.copyOf(content, end + content.length - start);
    System.arraycopy(content, start, joined, end, content.length - start);
    return joined;
  }
}
