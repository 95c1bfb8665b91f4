package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.dataset.DataFiles.gzip;
import static org.weighbridge.dataset.DataFiles.random;
import static org.weighbridge.dataset.DataFiles.write;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

class CifarFormatTest {
  private static final int RECORD = 3073;

  @TempDir Path folder;

  private static byte[] records(long seed, int... labels) {
    byte[] records = random(seed, labels.length * RECORD);
    for (int i = 0; i < labels.length; i++) {
      records[i * RECORD] = (byte) labels[i];
    }
    return records;
  }

  private Dataset open(Split split) {
    return DataSets.open(folder.toString(), split, OptionalInt.empty());
  }

  private String fault(Split split) {
    return assertThrows(Fault.class, () -> open(split)).sentence();
  }

  @Test
  void readsRecords() {
    byte[] records = records(1, 3, 9, 0);
    write(folder, "test_batch.bin", records);
    Dataset data = open(Split.TEST);
    assertEquals(Shape.of(3, 32, 32), data.sampleShape());
    assertArrayEquals(new int[] {3, 9, 0}, data.labels().orElseThrow());
    float[] sample = new float[3072];
    data.read(1, sample, 0);
    for (int i = 0; i < sample.length; i++) {
      assertEquals(records[RECORD + 1 + i] & 0xff, sample[i]);
    }
    String hash = data.hash();
    folder.resolve("test_batch.bin").toFile().delete();
    write(folder, "test_batch.bin.gz", gzip(records));
    assertEquals(hash, open(Split.TEST).hash());
  }

  @Test
  void theLastBatchValidatesAndTheOthersTrain() {
    write(folder, "data_batch_1.bin", records(1, 1));
    assertArrayEquals(new int[] {1}, open(Split.VALIDATION).labels().orElseThrow());
    assertArrayEquals(new int[] {1}, open(Split.TRAINING).labels().orElseThrow(), "the only one");
    write(folder, "data_batch_2.bin.gz", gzip(records(2, 2, 2)));
    write(folder, "data_batch_3.bin", records(3, 3));
    assertArrayEquals(new int[] {3}, open(Split.VALIDATION).labels().orElseThrow());
    assertArrayEquals(new int[] {1, 2, 2}, open(Split.TRAINING).labels().orElseThrow());
  }

  @Test
  void refusesDamage() {
    refuses("truncated", Arrays.copyOf(records(1, 3, 9), 2 * RECORD - 1));
    refuses("truncated", new byte[0]);
    refuses("label 10", records(1, 3, 10));
    refuses("label 255", records(1, 255));
    byte[] packed = gzip(records(1, 3, 9));
    refuses("truncated", Arrays.copyOf(packed, packed.length / 2));
    // a trailer that promises more or less than is there
    refuses("damaged", declaring(packed, 3 * RECORD));
    refuses("goes on", declaring(packed, RECORD));
  }

  private static byte[] declaring(byte[] packed, int length) {
    byte[] changed = packed.clone();
    for (int i = 0; i < 4; i++) {
      changed[packed.length - 4 + i] = (byte) (length >> (8 * i));
    }
    return changed;
  }

  private void refuses(String word, byte[] content) {
    Path file = write(folder, "test_batch.bin", content);
    String sentence = fault(Split.TEST);
    assertTrue(sentence.contains(word) && sentence.contains(file.toString()), sentence);
  }
}
