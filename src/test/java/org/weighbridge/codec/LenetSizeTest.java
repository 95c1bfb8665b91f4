package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.NetworkFiles;
import org.weighbridge.tensor.Tensor;

/** Bytes of the three weight matrices of a real pruned LeNet-300-100 at bound 0.01. */
class LenetSizeTest {
  private static final Path MODEL = Path.of("../shared/data/models/lenet-300-100-pruned.onnx");

  /** DeepSZ as published: SZ 2.1.4 and zstd-19 on 8-bit gaps, measured natively. */
  private static final int PUBLISHED = 15_874;

  /** What was measured when this was written, and half a percent. */
  private static final int DEFAULT = 10_630;

  @Test
  void deepSzIsNotLargerThanPublished() {
    assertTrue(bytes("deepsz", Effort.BALANCED) <= PUBLISHED);
  }

  @Test
  void theDefaultStaysWellBelow() {
    assertTrue(bytes(Codecs.DEFAULT, Effort.BALANCED) <= DEFAULT);
  }

  @Test
  void fastIsStillSmallerThanPublished() {
    assertTrue(bytes(Codecs.DEFAULT, Effort.FAST) <= PUBLISHED);
  }

  private static int bytes(String id, Effort effort) {
    int sum = 0;
    var settings = new CodecSettings(ErrorBound.absolute(0.01), effort);
    for (var weights : weights()) {
      var codec = Codecs.byId(id);
      var encoded = codec.encode(weights, settings, Progress.none());
      var decoded = codec.decode(encoded, Progress.none());
      assertEquals(0, BoundCheck.of(weights.values(), decoded.values(), 0.01).violations());
      sum += encoded.bytes().length;
    }
    return sum;
  }

  private static List<Tensor> weights() {
    Assumptions.assumeTrue(Files.exists(MODEL), () -> MODEL + " is absent");
    return NetworkFiles.read(MODEL).layers().stream().map(layer -> layer.weights()).toList();
  }
}
