package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.dataset.DataFiles.gzip;
import static org.weighbridge.dataset.DataFiles.idx;
import static org.weighbridge.dataset.DataFiles.random;
import static org.weighbridge.dataset.DataFiles.write;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

class IdxFormatTest {
  private static final byte[] PIXELS = random(1, 12 * 4 * 5);
  private static final byte[] LABELS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, (byte) 200};

  @TempDir Path folder;

  private Dataset open(Split split) {
    return DataSets.open(folder.toString(), split, OptionalInt.empty());
  }

  private String fault(Split split) {
    return assertThrows(Fault.class, () -> open(split)).sentence();
  }

  @Test
  void readsImagesAndLabels() {
    write(folder, "t10k-images-idx3-ubyte", idx(PIXELS, 12, 4, 5));
    write(folder, "t10k-labels-idx1-ubyte", idx(LABELS, 12));
    Dataset data = open(Split.TEST);
    assertEquals(12, data.size());
    assertEquals(Shape.of(1, 4, 5), data.sampleShape());
    assertEquals(200, data.labels().orElseThrow()[11]);
    float[] sample = new float[21];
    data.read(3, sample, 1);
    for (int i = 0; i < 20; i++) {
      assertEquals(PIXELS[60 + i] & 0xff, sample[1 + i]);
    }
    assertEquals(folder.getFileName() + ", test", data.name());
  }

  @Test
  void packedFilesGiveTheSame() {
    write(folder, "t10k-images-idx3-ubyte", idx(PIXELS, 12, 4, 5));
    write(folder, "t10k-labels-idx1-ubyte", idx(LABELS, 12));
    String plain = open(Split.TEST).hash();
    folder.resolve("t10k-images-idx3-ubyte").toFile().delete();
    folder.resolve("t10k-labels-idx1-ubyte").toFile().delete();
    write(folder, "t10k-images-idx3-ubyte.gz", gzip(idx(PIXELS, 12, 4, 5)));
    write(folder, "t10k-labels-idx1-ubyte.gz", gzip(idx(LABELS, 12)));
    assertEquals(plain, open(Split.TEST).hash());
  }

  @Test
  void splitsTheTrainingFile() {
    write(folder, "train-images-idx3-ubyte", idx(PIXELS, 12, 4, 5));
    write(folder, "train-labels-idx1-ubyte", idx(LABELS, 12));
    Dataset training = open(Split.TRAINING);
    Dataset validation = open(Split.VALIDATION);
    assertArrayEquals(Arrays.copyOf(LABELS, 10), bytes(training.labels().orElseThrow()));
    assertArrayEquals(new int[] {0, 200}, validation.labels().orElseThrow());
    float[] sample = new float[20];
    validation.read(0, sample, 0);
    assertEquals(PIXELS[200] & 0xff, sample[0]);
    assertEquals(3, training.limit(3).size());
    assertThrows(IndexOutOfBoundsException.class, () -> training.limit(3).read(3, sample, 0));
  }

  @Test
  void imagesAloneHaveNoLabels() {
    write(folder, "t10k-images.idx3-ubyte", idx(PIXELS, 12, 4, 5));
    assertTrue(open(Split.TEST).labels().isEmpty());
  }

  @Test
  void differentCountsAreNamed() {
    write(folder, "t10k-images-idx3-ubyte", idx(PIXELS, 12, 4, 5));
    write(folder, "t10k-labels-idx1-ubyte.gz", gzip(idx(Arrays.copyOf(LABELS, 11), 11)));
    assertEquals(
        "%s holds 12 images, but %s holds 11 labels; fetch the two that belong together."
            .formatted(
                folder.resolve("t10k-images-idx3-ubyte"),
                folder.resolve("t10k-labels-idx1-ubyte.gz")),
        fault(Split.TEST));
  }

  @Test
  void explainsWhatItLookedFor() {
    String sentence = fault(Split.TEST);
    assertTrue(sentence.contains("t10k-images-idx3-ubyte"), sentence);
    assertTrue(sentence.contains("test_batch"), sentence);
    assertTrue(sentence.contains("npz"), sentence);
  }

  @Test
  void refusesDamage() {
    byte[] good = idx(PIXELS, 12, 4, 5);
    refuses("truncated", Arrays.copyOf(good, good.length - 1));
    refuses("truncated", Arrays.copyOf(good, 10));
    refuses("truncated", gzip(Arrays.copyOf(good, good.length - 1)));
    refuses("goes on", Arrays.copyOf(good, good.length + 1));
    refuses("goes on", gzip(Arrays.copyOf(good, good.length + 1)));
    refuses("damaged", idx(PIXELS, 12, -4, 5));
    refuses("damaged", idx(new byte[0], 0, 4, 5));
    byte[] packed = gzip(good);
    refuses("truncated", Arrays.copyOf(packed, packed.length - 20));
    byte[] flipped = packed.clone();
    flipped[packed.length - 6] ^= 1; // in the checksum
    refuses("damaged", flipped);
  }

  @Test
  void declaredSizesAreNotBelieved() {
    refuses("truncated", idx(PIXELS, 1 << 30, 1, 1));
    refuses("truncated", gzip(idx(PIXELS, 2_000_000_000, 1, 1)));
    refuses("damaged", idx(PIXELS, 1 << 30, 1 << 30, 1 << 30));
    // a bomb: unpacks to far more than its header declares
    refuses("goes on", gzip(Arrays.copyOf(idx(PIXELS, 12, 4, 5), 50_000_000)));
  }

  private void refuses(String word, byte[] content) {
    write(folder, "t10k-images-idx3-ubyte", content);
    String sentence = fault(Split.TEST);
    assertTrue(sentence.contains(word), sentence);
    assertTrue(sentence.contains("t10k-images-idx3-ubyte"), sentence);
  }

  @Test
  void namedFilesAreReadWhole() {
    Path file = write(folder, "some-images-idx3-ubyte", idx(PIXELS, 12, 4, 5));
    assertEquals(12, DataSets.open(file.toString(), Split.VALIDATION, OptionalInt.empty()).size());
    Path labels = write(folder, "some-labels-idx1-ubyte", idx(LABELS, 12));
    assertTrue(
        assertThrows(
                Fault.class,
                () -> DataSets.open(labels.toString(), Split.TEST, OptionalInt.empty()))
            .sentence()
            .contains("holds labels, not images"));
  }

  @Test
  void aLimitMustLeaveSomething() {
    assertThrows(
        Fault.class, () -> DataSets.open(folder.toString(), Split.TEST, OptionalInt.of(0)));
  }

  private static byte[] bytes(int[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
