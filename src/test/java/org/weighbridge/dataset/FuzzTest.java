package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighbridge.fault.Fault;

/** Damaged files are refused by a sentence or read as something else; nothing else happens. */
class FuzzTest {
  private static final int ROUNDS = 1000;

  @TempDir Path folder;

  @Test
  void idx() {
    byte[] images = DataFiles.idx(DataFiles.random(1, 60), 3, 4, 5);
    fuzz("t10k-images-idx3-ubyte", images);
    fuzz("t10k-images-idx3-ubyte.gz", DataFiles.gzip(images));
  }

  @Test
  void cifar() {
    byte[] records = new byte[2 * 3073];
    fuzz("test_batch.bin", records);
    fuzz("test_batch.bin.gz", DataFiles.gzip(records));
  }

  @Test
  void npz() {
    fuzz(
        "data.npz",
        DataFiles.npz(
            Map.of(
                "x", DataFiles.npy("<f4", "3, 2, 2", new byte[48]),
                "y", DataFiles.npy("<i4", "3,", new byte[12]))));
  }

  @Test
  void sidecar() {
    byte[] json =
        """
        {"input": {"layout": "NCHW", "scale": 0.5, "mean": [0.1307], "std": [0.3081, 1],
         "channels": "GRAY"}, "dataset": "mnist", "top1": 0.98, "samples": 10000}
        """
            .getBytes(StandardCharsets.US_ASCII);
    fuzz(
        "m.json",
        json,
        () -> ModelSidecar.besideModel(folder.resolve("m.onnx")).orElseThrow().preprocessing());
  }

  private void fuzz(String name, byte[] good) {
    fuzz(
        name,
        good,
        () ->
            DataSets.open(folder.resolve(name).toString(), Split.TEST, OptionalInt.empty()).hash());
  }

  private void fuzz(String name, byte[] good, Runnable read) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      DataFiles.write(folder, name, damaged(good, new Random(seed)));
      try {
        read.run();
      } catch (Fault fault) {
        assertFalse(fault.sentence().isBlank(), "seed " + seed);
      } catch (Throwable e) {
        fail(name + ", seed " + seed, e);
      }
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bad = good.clone();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      // most of what can go wrong is at the beginning and at the end
      int near = Math.min(good.length, random.nextBoolean() ? 64 : good.length);
      int at = random.nextInt(near);
      bad[random.nextBoolean() ? at : good.length - 1 - at] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(good.length + 20)) : bad;
  }
}
