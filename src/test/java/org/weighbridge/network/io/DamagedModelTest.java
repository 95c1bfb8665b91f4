package org.weighbridge.network.io;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private int read;
  private int refused;

  @Test
  void readsOrRefusesMutantFiles() throws IOException {
    Path file = TestModels.externalData(folder, TestModels.mlp(5, 6, 4, 3));
    List<ModelProto> models =
        List.of(
            TestModels.mlp(1, 6, 4, 3).model(),
            TestModels.conv(2).model(),
            TestModels.constantNodes(3, 6, 4, 3).model(),
            TestModels.matMul(4, 6, 4, 3).model(),
            ModelProto.parseFrom(Files.readAllBytes(file)));
    for (int seed = 0; seed < MUTANTS; seed++) {
      ModelProto model = models.get(seed % models.size());
      Files.write(file, mutant(model.toByteArray(), seed));
      endsWell(() -> NetworkFiles.read(file), "seed " + seed);
    }
    assertBothWaysOut();
  }

  @Test
  void restoresOrRefusesMutantGraphs() throws IOException {
    Network network = TestModels.mlp(1, 6, 4, 3);
    var weights = GraphPayloadTest.weights(network);
    byte[] graph = GraphPayload.of(network, weights.keySet()).toBytes();
    for (int seed = 0; seed < MUTANTS; seed++) {
      byte[] mutant =
          seed % 2 == 0 ? new Mutation(seed).ofBytes(graph) : mutantModelIn(graph, seed);
      endsWell(() -> GraphPayload.restore(mutant, weights, "mlp"), "seed " + seed);
    }
    assertBothWaysOut();
  }

  private static byte[] mutant(byte[] content, long seed) throws IOException {
    var mutation = new Mutation(seed);
    return seed % 2 == 0
        ? mutation.ofBytes(content)
        : mutation.ofFields(ModelProto.parseFrom(content)).toByteArray();
  }

  /** A payload whose model is damaged and whose numbers are not. */
  private static byte[] mutantModelIn(byte[] graph, long seed) throws IOException {
    var in = new ByteArrayInputStream(graph);
    var model = ModelProto.parseDelimitedFrom(in);
    var out = new ByteArrayOutputStream();
    new Mutation(seed).ofFields(model).writeDelimitedTo(out);
    in.transferTo(out);
    return out.toByteArray();
  }

  private void endsWell(Supplier<Network> action, String seed) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    try {
      assertNotNull(action.get(), seed);
      read++;
    } catch (Fault fault) {
      assertTrue(fault.sentence().startsWith("Cannot "), seed + ": " + fault.sentence());
      assertTrue(fault.sentence().endsWith("."), seed + ": " + fault.sentence());
      assertTrue(fault.sentence().chars().noneMatch(Character::isISOControl), seed);
      refused++;
    } catch (RuntimeException | Error e) {
      fail(seed, e);
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(bytes < MOST_BYTES, seed + " allocates " + bytes + " bytes");
    assertTrue(System.nanoTime() - start < MOST_NANOS, seed + " takes too long");
  }

  /** The damage must reach behind the parser, and it must be damage. */
  private void assertBothWaysOut() {
    assertTrue(read > MUTANTS / 10, read + " of " + MUTANTS + " read");
    assertTrue(refused > MUTANTS / 10, refused + " of " + MUTANTS + " refused");
  }
}
