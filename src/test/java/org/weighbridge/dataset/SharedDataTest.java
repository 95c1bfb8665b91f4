package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.weighbridge.tensor.Shape;

/** The data sets and sidecars other programs wrote, where they are at hand. */
class SharedDataTest {
  private static final Path DATA = Path.of("../shared/data");

  private static Dataset open(String folder, Split split) {
    assumeTrue(Files.isDirectory(DATA), "no data beside the project");
    return DataSets.open(DATA.resolve(folder).toString(), split, OptionalInt.empty());
  }

  @Test
  void readsMnist() {
    Dataset test = open("mnist", Split.TEST);
    assertEquals(10_000, test.size());
    assertEquals(Shape.of(1, 28, 28), test.sampleShape());
    assertEquals(7, test.labels().orElseThrow()[0]);
    assertEquals(980, Arrays.stream(test.labels().orElseThrow()).filter(c -> c == 0).count());
    assertEquals(10_000, open("mnist", Split.VALIDATION).size());
    assertEquals(50_000, open("mnist", Split.TRAINING).size());
  }

  @Test
  void readsCifar() {
    Dataset test = open("cifar-10", Split.TEST);
    assertEquals(10_000, test.size());
    assertEquals(Shape.of(3, 32, 32), test.sampleShape());
    assertEquals(3, test.labels().orElseThrow()[0]);
    for (int c = 0; c < 10; c++) {
      int wanted = c;
      assertEquals(
          1000, Arrays.stream(test.labels().orElseThrow()).filter(l -> l == wanted).count());
    }
    assertEquals(10_000, open("cifar-10", Split.VALIDATION).size());
  }

  @Test
  void readsSidecars() {
    assumeTrue(Files.isDirectory(DATA), "no data beside the project");
    var sidecar =
        ModelSidecar.besideModel(DATA.resolve("models/lenet-300-100-pruned.onnx")).orElseThrow();
    assertEquals(0.9837, sidecar.top1().orElseThrow());
    assertEquals(0.1307, sidecar.preprocessing().mean().getFirst());
    var resnet = ModelSidecar.besideModel(DATA.resolve("models/resnet20.onnx")).orElseThrow();
    assertEquals(3, resnet.preprocessing().std().size());
    assertEquals(Preprocessing.Channels.RGB, resnet.preprocessing().channels());
  }
}
