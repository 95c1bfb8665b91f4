package org.weighbridge.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.job.Progress;

class TensorFactsTest {
  @TempDir Path folder;

  /** The counts are those of a plain loop over the values. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT32,false",
    "FLOAT32,true",
    "FLOAT16,false",
    "FLOAT16,true",
    "BFLOAT16,false",
    "BFLOAT16,true"
  })
  void countsAllWeights(ElementType type, boolean broken) throws IOException {
    var random = new SplittableRandom(7);
    var values = new float[100_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.round((float) (random.nextInt(3) == 0 ? 0 : random.nextGaussian()));
    }
    values[5] = -0.0f;
    if (broken) {
      values[10] = Float.NaN;
      values[77_777] = Float.NEGATIVE_INFINITY;
    }
    var bytes = new byte[3 + values.length * type.bytes()];
    type.write(values, MemorySegment.ofArray(bytes), 3);
    Path file = Files.write(folder.resolve("weights"), bytes);
    var tensor =
        new StoredTensor(
            "w", type, "F", List.of((long) values.length), 0, 3, (long) bytes.length - 3);
    var other = new StoredTensor("o", ElementType.OTHER, "U8", List.of(3L), 0, 0, 3);
    var checkpoint =
        new Checkpoint(
            "c",
            "test",
            List.of(new CheckpointFile("weights", file, bytes.length)),
            List.of(other, tensor));
    long kept = 0;
    float largest = 0;
    for (float value : values) {
      kept += value != 0 ? 1 : 0;
      largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    try (var mapped = new MappedCheckpoint(checkpoint)) {
      assertEquals(
          List.of(TensorFacts.NONE, new TensorFacts(kept, largest, broken ? 2 : 0)),
          mapped.facts(checkpoint, Progress.none()));
    }
  }
}
