package org.weighbridge.codec.sz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.codec.BelowBound;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.ErrorBound;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;

class SzCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return SzCodecs.sz();
  }

  @Test
  void keepingWeightsBelowTheBoundCostsTheirPlaces() {
    long kept = bytes(BelowBound.KEEP);
    long dropped = bytes(BelowBound.DROP);
    assertTrue(dropped < kept / 2, dropped + " of " + kept);
  }

  @ParameterizedTest
  @EnumSource
  void keptWeightsKeepTheirSign(Kind kind) {
    for (double bound : new double[] {1e-40, 1e-3, 0.01, 0.1, 1, 1e30, 1e300}) {
      for (var effort : Effort.values()) {
        var weights = TestWeights.random(kind, Shape.of(17, 23), 0.4, 9);
        var settings = new CodecSettings(ErrorBound.absolute(bound), effort, BelowBound.KEEP);
        var encoded = codec().encode(weights, settings, Progress.none());
        var decoded = codec().decode(encoded, Progress.none());
        assertTrue(BoundCheck.of(weights.values(), decoded.values(), bound).ok());
        for (int i = 0; i < weights.size(); i++) {
          assertEquals(
              Math.signum(weights.values()[i]),
              Math.signum(decoded.values()[i]),
              0,
              kind + " " + bound);
        }
      }
    }
  }

  /** Of weights of which nearly all are below the bound. */
  private long bytes(BelowBound belowBound) {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(50, 40), 0.2, 3);
    float[] sizes = new float[weights.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(weights.values()[i]);
    }
    java.util.Arrays.sort(sizes);
    double bound = sizes[sizes.length - 20];
    var settings = new CodecSettings(ErrorBound.absolute(bound), Effort.BALANCED, belowBound);
    return codec().encode(weights, settings, Progress.none()).bytes().length;
  }
}
