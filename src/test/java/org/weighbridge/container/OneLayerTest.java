package org.weighbridge.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

/** Random access: one layer of a file, whatever became of the others. */
class OneLayerTest {
  private static final WbzFile WHOLE = TestFiles.small();
  private static final byte[] BYTES = WbzWriter.toBytes(WHOLE);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.wbz");
  }

  /** Where the stream of a layer begins: layers stand at the end, in order. */
  private static int from(int layer) {
    int after =
        WHOLE.layers().stream().skip(layer).mapToInt(behind -> behind.stream().length).sum();
    return BYTES.length - after;
  }

  private static int to(int layer) {
    return from(layer) + WHOLE.layers().get(layer).stream().length;
  }

  private WbzLayer read(String layer, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return WbzReader.layer(file, layer);
  }

  @Test
  void bringsBackEveryLayer() throws IOException {
    for (var layer : WHOLE.layers()) {
      var read = read(layer.name(), BYTES);
      assertEquals(layer.name(), read.name());
      assertEquals(layer.shape(), read.shape());
      assertEquals(layer.bound(), read.bound());
      assertArrayEquals(layer.stream(), read.stream());
      assertTrue(layer.decode(Progress.none()).sameBits(read.decode(Progress.none())));
    }
  }

  @Test
  void looksAtNothingElse() throws IOException {
    for (int i = 0; i < WHOLE.layers().size(); i++) {
      byte[] ruined = BYTES.clone();
      Arrays.fill(ruined, from(0) - 50, from(i), (byte) 0x55);
      Arrays.fill(ruined, to(i), ruined.length, (byte) 0x55);
      var layer = WHOLE.layers().get(i);
      assertArrayEquals(layer.stream(), read(layer.name(), ruined).stream());
      byte[] cut = Arrays.copyOf(BYTES, to(i));
      assertArrayEquals(layer.stream(), read(layer.name(), cut).stream());
    }
  }

  @Test
  void refusesDamageOfTheHeadAndOfTheLayer() throws IOException {
    var layer = WHOLE.layers().get(1);
    for (int at = from(1); at < to(1); at++) {
      refuses(layer.name(), flipped(at));
      refuses(layer.name(), Arrays.copyOf(BYTES, at));
    }
    int headEnd = 6 + ((BYTES[4] & 0x7f) | BYTES[5] << 7) + 4;
    for (int at = 0; at < headEnd; at++) {
      refuses(layer.name(), flipped(at));
      refuses(layer.name(), Arrays.copyOf(BYTES, at));
    }
  }

  private static byte[] flipped(int at) {
    byte[] flipped = BYTES.clone();
    flipped[at] ^= 4;
    return flipped;
  }

  private void refuses(String layer, byte[] bytes) {
    var fault = assertThrows(Fault.class, () -> read(layer, bytes));
    assertTrue(fault.sentence().startsWith(file + " "), fault.sentence());
  }

  @Test
  void namesTheLayersThatThereAre() {
    var fault = assertThrows(Fault.class, () -> read("fc1", BYTES));
    assertTrue(fault.sentence().contains("no encoded layer fc1; it has "), fault.sentence());
    assertTrue(fault.sentence().contains("sz.weight, "), fault.sentence());
    assertThrows(Fault.class, () -> WbzReader.layer(folder, "fc1"));
    assertThrows(Fault.class, () -> WbzReader.layer(folder.resolve("none.wbz"), "fc1"));
  }
}
