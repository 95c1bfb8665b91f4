package org.weighbridge.codec.sz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.weighbridge.codec.BelowBound;
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
