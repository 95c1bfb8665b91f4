package org.weighbridge.codec.zfp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.weighbridge.codec.BoundCheck;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class ZfpCodecTest extends LayerCodecContract {
  @Override
  protected LayerCodec codec() {
    return ZfpCodec.zfp();
  }

  @Test
  void namesItsOptionsInOneOrder() {
    assertEquals("zfp+2d+tight", codec().with("tight").with("2d").id());
    assertEquals("zfp+1d", codec().with("1d").id());
    assertEquals("zfp", codec().with("1d").family());
    var fault = assertThrows(Fault.class, () -> codec().with("3d"));
    assertTrue(fault.sentence().contains("1d"), fault.sentence());
  }

  @Test
  void takesTheMatrixOfSmoothLayersAndTheVectorOfSparseOnes() {
    var smooth = smooth();
    var sparse = TestWeights.random(Kind.LAPLACE, Shape.of(64, 64), 0.1, 5);
    assertEquals("2-D", layout(codec(), smooth));
    assertEquals("1-D", layout(codec(), sparse));
    assertEquals("1-D", layout(codec().with("1d"), smooth));
    assertEquals("2-D", layout(codec().with("2d"), sparse));
    long best = encoded(codec(), smooth, 1e-3).bytes().length;
    assertTrue(best < encoded(codec().with("1d"), smooth, 1e-3).bytes().length);
  }

  private static String layout(LayerCodec codec, Tensor weights) {
    var stream = encoded(codec, weights, 1e-3).bytes();
    return codec.composition(stream).orElseThrow().predictor();
  }

  @Test
  void keepsExactlyWhatZfpCannot() {
    float[] values = smooth().values().clone();
    values[40] = 1e30f;
    values[41] = Float.NaN;
    var weights = new Tensor(Shape.of(48, 50), values);
    var encoded = encoded(codec(), weights, 1e-3);
    assertTrue(encoded.breakdown().of(Part.OUTLIERS) > 0);
    int exceptions = codec().composition(encoded.bytes()).orElseThrow().outliers();
    // the two and what shares a block with them
    assertTrue(exceptions >= 2 && exceptions <= 16, exceptions + " exceptions");
    assertEquals(0, encoded(codec(), smooth(), 1e-3).breakdown().of(Part.OUTLIERS));
  }

  @Test
  void tightIsShorterAndKeepsTheBound() {
    for (var weights :
        new Tensor[] {smooth(), TestWeights.random(Kind.LAPLACE, Shape.of(64, 64), 0.1, 5)}) {
      var loose = encoded(codec(), weights, 0.004);
      var tight = encoded(codec().with("tight"), weights, 0.004);
      assertTrue(tight.bytes().length < loose.bytes().length);
      // streams say themselves how they are decoded
      var decoded = codec().decode(tight, Progress.none());
      assertTrue(BoundCheck.of(weights.values(), decoded.values(), 0.004).ok());
    }
  }

  private static EncodedLayer encoded(LayerCodec codec, Tensor weights, double bound) {
    return codec.encode(weights, CodecSettings.absolute(bound), Progress.none());
  }

  private static Tensor smooth() {
    float[] values = new float[48 * 50];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1.5 + StrictMath.sin(0.11 * (i % 50)) * StrictMath.cos(0.002 * i));
    }
    return new Tensor(Shape.of(48, 50), values);
  }
}
