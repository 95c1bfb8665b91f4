package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weighbridge.dataset.DataFiles.npy;
import static org.weighbridge.dataset.DataFiles.npz;
import static org.weighbridge.dataset.DataFiles.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

class NpzFormatTest {
  private static final byte[] TWELVE = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 200};

  @TempDir Path folder;

  private Dataset open(byte[] content) {
    Path file = write(folder, "data.npz", content);
    return DataSets.open(file.toString(), Split.TEST, OptionalInt.empty());
  }

  private void refuses(String word, byte[] content) {
    String sentence = assertThrows(Fault.class, () -> open(content)).sentence();
    assertTrue(sentence.contains(word) && sentence.contains("data.npz"), sentence);
  }

  private static float[] values(Dataset data) {
    float[] all = new float[data.size() * data.sampleShape().size()];
    for (int i = 0; i < data.size(); i++) {
      data.read(i, all, i * data.sampleShape().size());
    }
    return all;
  }

  private static byte[] longs(ByteOrder order, long... values) {
    var bytes = ByteBuffer.allocate(8 * values.length).order(order);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  @Test
  void readsBytesAndLabels() {
    Dataset data =
        open(
            npz(
                Map.of(
                    "x", npy("|u1", "3, 2, 2", TWELVE),
                    "y", npy("<i8", "3,", longs(ByteOrder.LITTLE_ENDIAN, 5, 0, 7)))));
    assertEquals(Shape.of(1, 2, 2), data.sampleShape());
    assertArrayEquals(new int[] {5, 0, 7}, data.labels().orElseThrow());
    assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 200}, values(data));
  }

  @Test
  void readsFloatsOfBothSizesAndOrders() {
    float[] wanted = {1.5f, -2, Float.MIN_VALUE, 1e30f};
    var four = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    four.asFloatBuffer().put(wanted);
    assertArrayEquals(
        wanted, values(open(npz(Map.of("images", npy("<f4", "2, 2", four.array()))))));
    var eight = ByteBuffer.allocate(32);
    eight.asDoubleBuffer().put(new double[] {1.5, -2, Float.MIN_VALUE, 1e30f});
    assertArrayEquals(wanted, values(open(npz(Map.of("x", npy(">f8", "2, 2", eight.array()))))));
  }

  @Test
  void readsIntegersOfAllSizes() {
    byte[] bytes = {-1, 0, 2, 0};
    assertArrayEquals(
        new float[] {-1, 0, 2, 0}, values(open(npz(Map.of("x", npy("|i1", "4, 1", bytes))))));
    assertArrayEquals(
        new float[] {255, 2}, values(open(npz(Map.of("x", npy("<u2", "2, 1", bytes))))));
    assertArrayEquals(
        new float[] {-256, 512}, values(open(npz(Map.of("x", npy(">i2", "2, 1", bytes))))));
    assertArrayEquals(
        new float[] {131327}, values(open(npz(Map.of("x", npy("<i4", "1, 1", bytes))))));
  }

  @Test
  void channelsLastBecomeChannelsFirst() {
    Dataset data = open(npz(Map.of("x", npy("|u1", "1, 2, 2, 3", TWELVE))));
    assertEquals(Shape.of(3, 2, 2), data.sampleShape());
    assertArrayEquals(new float[] {0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 200}, values(data));
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 200},
        values(open(npz(Map.of("x", npy("|u1", "1, 3, 2, 2", TWELVE))))));
  }

  @Test
  void differentCountsAreNamed() {
    var sentence =
        assertThrows(
                Fault.class,
                () ->
                    open(
                        npz(
                            Map.of(
                                "x", npy("|u1", "3, 2, 2", TWELVE),
                                "y", npy("|u1", "4,", new byte[4])))))
            .sentence();
    assertTrue(sentence.contains("holds 3 samples"), sentence);
    assertTrue(sentence.contains("holds 4 labels"), sentence);
  }

  @Test
  void picksTheFileNamedForTheSplit() {
    write(folder, "test.npz", npz(Map.of("x", npy("|u1", "3, 2, 2", TWELVE))));
    write(folder, "train.npz", npz(Map.of("x", npy("|u1", "12, 1", TWELVE))));
    assertEquals(12, DataSets.open(folder.toString(), Split.TRAINING, OptionalInt.empty()).size());
    assertEquals(3, DataSets.open(folder.toString(), Split.TEST, OptionalInt.empty()).size());
    assertThrows(
        Fault.class, () -> DataSets.open(folder.toString(), Split.VALIDATION, OptionalInt.empty()));
  }

  @Test
  void refusesDamage() {
    refuses("no array x", npz(Map.of("z", npy("|u1", "3, 4", TWELVE))));
    refuses("truncated", npz(Map.of("x", npy("|u1", "4, 4", TWELVE))));
    refuses("truncated", npz(Map.of("x", npy("<f8", "300000000, 3", TWELVE))));
    refuses("too many", npz(Map.of("x", npy("<f8", "3000000000, 3", TWELVE))));
    refuses("goes on", npz(Map.of("x", npy("|u1", "2, 4", TWELVE))));
    refuses("goes on", npz(Map.of("x", npy("|u1", "3, 4", new byte[50_000_000]))));
    refuses("element type", npz(Map.of("x", npy("<c8", "3, 4", TWELVE))));
    refuses("not a NumPy array", npz(Map.of("x", TWELVE)));
    byte[] negative = npy("|i1", "2,", new byte[] {1, -1});
    refuses("label -1 at sample 1", npz(Map.of("x", npy("|u1", "2, 6", TWELVE), "y", negative)));
    byte[] good = npz(Map.of("x", npy("|u1", "3, 4", TWELVE)));
    refuses("damaged", Arrays.copyOf(good, good.length - 10));
  }
}
