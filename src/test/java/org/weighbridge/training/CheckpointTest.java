package org.weighbridge.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.LayerId;

class CheckpointTest {
  private static TrainingState state;
  private static byte[] bytes;

  @BeforeAll
  static void train() {
    var trained =
        TinyTraining.train(TinyTraining.plan(), TinyTraining.keeping(0.1), TrainingListener.none());
    state = trained.state();
    bytes = bytes(state);
  }

  private static byte[] bytes(TrainingState of) {
    var out = new ByteArrayOutputStream();
    try {
      Checkpoint.write(of, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("run.wbtrain");
    Checkpoint.write(state, file);
    assertArrayEquals(bytes, Files.readAllBytes(file));
    TrainingState read = Checkpoint.read(file);
    assertEquals(state.plan(), read.plan());
    assertEquals(state.epochs(), read.epochs());
    assertArrayEquals(state.values()[0], read.values()[0]);
    assertTrue(state.masks().values().iterator().next().kept() == 784);
    assertArrayEquals(bytes, bytes(read));
  }

  @Test
  void plansSurviveJson() {
    var plan =
        TrainingPlan.usual(Long.MIN_VALUE)
            .withDense(
                new StagePlan(3, new LearningRate.WarmUp(0.5, new LearningRate.Steps(0.1, 0.3, 2))))
            .withOptimizer(Optimizer.Adam.usual())
            .withDropout(OptionalDouble.of(0.25))
            .withRegularization(new Regularization(1e-5, 0))
            .withRegrow(true)
            .withSchedule(new PruningSchedule(4))
            .withPatience(2)
            .withFrozen(Set.of(new LayerId("fc1"), new LayerId("fc2")));
    for (TrainingPlan each : new TrainingPlan[] {plan, TrainingPlan.usual(1)}) {
      assertEquals(each, PlanJson.parse(PlanJson.of(each).toString()));
    }
    for (String wrong : new String[] {"", "[]", "{}", "{\"seed\": [1, 2]}", "{\"seed\": \"x\"}"}) {
      assertThrows(Fault.class, () -> PlanJson.parse(wrong), wrong);
    }
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("none.wbtrain");
    var fault = assertThrows(Fault.class, () -> Checkpoint.read(file));
    assertTrue(fault.sentence().contains("none.wbtrain"), fault.sentence());
  }

  @Test
  void everyDamageIsFound() {
    var random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      assertThrows(Fault.class, () -> Checkpoint.read(damaged, "damaged"), "seed 11");
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      assertThrows(Fault.class, () -> Checkpoint.read(cut, "cut"), "seed 11");
    }
  }

  /** Lengths and numbers that lie, under a checksum that is right. */
  @Test
  void forgedFilesAreRefusedOrRead() {
    var random = new Random(12);
    int read = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] forged =
          random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 12 + random.nextInt(4000)) : bytes.clone();
      // most of the file is numbers that may be anything: prefer the head
      int reach = random.nextBoolean() ? Math.min(1200, forged.length - 12) : forged.length - 12;
      for (int change = 0; change <= random.nextInt(3); change++) {
        int at = 8 + random.nextInt(reach);
        forged[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) 0xff;
      }
      var sum = new CRC32C();
      sum.update(forged, 0, forged.length - 4);
      ByteBuffer.wrap(forged).putInt(forged.length - 4, (int) sum.getValue());
      try {
        TrainingState other = Checkpoint.read(forged, "forged");
        assertTrue(other.values().length <= forged.length);
        read++;
      } catch (Fault refused) {
        assertTrue(refused.sentence().startsWith("forged"), "seed 12: " + refused.sentence());
      }
    }
    assertTrue(read > 100 && read < 2900, read + " of 3000 were read, seed 12");
  }
}
