package org.weighbridge.codec.csr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** What the sparse formats count, entry by entry. */
class CountedBytesTest {
  /** One weight behind so many zeros, in a layer that ends with others. */
  @ParameterizedTest
  @CsvSource({"0, 1", "254, 1", "255, 1", "256, 2", "511, 2", "512, 3"})
  void fillersStandWhereAGapIsTooLong(int zeros, int entries) {
    float[] values = new float[zeros + 1 + 1000];
    values[zeros] = 0.5f;
    var weights = new Tensor(Shape.of(values.length), values);
    assertEquals(5L * entries, bytes(new RelativeCsr(), weights));
  }

  /** 32 / (40 × density), which published sizes of pruned layers agree with. */
  @ParameterizedTest
  @CsvSource({"0.1, 8", "0.09, 8.89", "0.04, 20"})
  void aPrunedLayerIsAsSmallAsPublished(double density, double ratio) {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(400, 500), density, 6);
    long bytes = bytes(new RelativeCsr(), weights);
    assertTrue(Math.abs(5L * weights.nonZeros() - bytes) <= bytes / 100, bytes + " bytes");
    assertEquals(ratio, 4.0 * weights.size() / (double) bytes, 0.03 * ratio);
  }

  @Test
  void classicRowsTakeTwoNumbersPerWeightAndOnePerRow() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(40, 5, 3, 3), 0.2, 6);
    assertEquals(4L * (2 * weights.nonZeros() + 40 + 1), bytes(new Csr(), weights));
  }

  private static long bytes(LayerCodec codec, Tensor weights) {
    var settings = new CodecSettings(Parameter.NONE, Effort.BALANCED);
    var encoded = codec.encode(weights, settings, Progress.none());
    assertTrue(codec.decode(encoded, Progress.none()).values().length == weights.size());
    return encoded.bytes().length;
  }
}
