package org.weighbridge.codec.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Codecs;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class EveryBitTest {
  /** Signs of zeros, too. */
  @ParameterizedTest
  @EnumSource
  void comesBack(Kind kind) {
    for (double density : new double[] {0, 0.1, 1}) {
      check(TestWeights.random(kind, Shape.of(31, 33), density, 8));
    }
  }

  /** In several pieces. */
  @Test
  void ofALargeLayerComesBack() {
    check(TestWeights.random(Kind.BITS, Shape.of(3, (1 << 20) - 7), 0.01, 9));
  }

  private static void check(Tensor weights) {
    var settings = new CodecSettings(Parameter.NONE, Effort.FAST);
    for (String id : new String[] {"zstd", "bytes", "deflate"}) {
      var codec = Codecs.byId(id);
      var encoded = codec.encode(weights, settings, Progress.none());
      assertTrue(codec.decode(encoded, Progress.none()).sameBits(weights), id);
    }
  }
}
