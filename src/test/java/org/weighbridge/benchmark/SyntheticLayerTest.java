package org.weighbridge.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Tensor;

class SyntheticLayerTest {
  private static final SyntheticLayer LAYER = SyntheticLayer.ALEXNET_FC6;
  private static final Tensor WEIGHTS = LAYER.generate(1, Progress.none());

  @Test
  void meetsWhatWasMeasuredOfSuchLayers() {
    int kept = WEIGHTS.nonZeros();
    assertEquals(0.09, (double) kept / WEIGHTS.size(), 0.0005);
    var limits = EntropyLimits.of(WEIGHTS.values(), 0.01);
    assertEquals(4.85, 8 * limits.iidMaskBytes() / kept, 0.03);
    assertEquals(1.828, 8 * limits.order0Bytes() / kept, 0.05);
    assertEquals(4.009, bitsGivenRowsAndColumns() / kept, 0.08);
  }

  /** The entropy of a mask whose probabilities are those of row times column, made to fit. */
  private static double bitsGivenRowsAndColumns() {
    int columns = WEIGHTS.shape().columns();
    double[] ofRows = new double[WEIGHTS.shape().rows()];
    double[] ofColumns = new double[columns];
    for (int i = 0; i < WEIGHTS.size(); i++) {
      if (WEIGHTS.values()[i] != 0f) {
        ofRows[i / columns]++;
        ofColumns[i % columns]++;
      }
    }
    double kept = Arrays.stream(ofRows).sum();
    double bits = 0;
    for (double row : ofRows) {
      for (double column : ofColumns) {
        double p = Math.min(0.98, row * column / kept);
        bits -= p * Math.log(p) + (1 - p) * Math.log1p(-p);
      }
    }
    return bits / Math.log(2);
  }

  /** The sum is part of what figures measured on this layer mean. */
  @Test
  void isTheSameEverywhereAndOnAnyNumberOfThreads() {
    assertEquals("f82049de", checksum(WEIGHTS));
    var again = WorkPool.limited(3, () -> LAYER.generate(1, Progress.none()));
    assertEquals(checksum(WEIGHTS), checksum(again));
    assertNotEquals(checksum(WEIGHTS), checksum(LAYER.generate(2, Progress.none())));
  }

  private static String checksum(Tensor weights) {
    var crc = new CRC32C();
    var row = ByteBuffer.allocate(4 * weights.shape().columns());
    for (int r = 0; r < weights.shape().rows(); r++) {
      row.asFloatBuffer().put(weights.values(), r * weights.shape().columns(), row.capacity() / 4);
      crc.update(row.array());
    }
    return Long.toHexString(crc.getValue());
  }
}
