package org.weighbridge.codec.bloomier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.EncodedLayer;
import org.weighbridge.codec.Golden;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.LayerCodecContract;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class BloomierCodecTest extends LayerCodecContract {
  private static final Tensor LARGE = TestWeights.random(Kind.LAPLACE, Shape.of(500, 600), 0.08, 5);

  @Override
  protected LayerCodec codec() {
    return new BloomierCodec();
  }

  private static EncodedLayer encode(LayerCodec codec, Tensor weights, int bits) {
    var settings = new CodecSettings(new Parameter("cells", bits), Effort.BALANCED);
    return codec.encode(weights, settings, Progress.none());
  }

  /** Bytes of Weightless: m/|S| x density x t bits per weight, and 2^r centroids. */
  @Test
  void isAsLargeAsPublished() {
    int kept = LARGE.nonZeros();
    for (int bits : new int[] {6, 7, 9, 12}) {
      double published = 1.23 * kept * bits / 8 + 4 * 16;
      int bytes = encode(codec(), LARGE, bits).bytes().length;
      assertEquals(published, bytes, 0.03 * published, bits + " bits");
    }
  }

  /** 2^(r - t) when all 2^r centroids are used; within four standard deviations. */
  @Test
  void makesAsManyFalsePositivesAsPublished() {
    for (int r : new int[] {3, 4, 5}) {
      for (int spare : new int[] {1, 3, 5, 8}) {
        var codec = new BloomierCodec(r, false);
        var encoded = encode(codec, LARGE, r + spare);
        var decoded = codec.decode(encoded, Progress.none()).values();
        int pruned = 0;
        int wrong = 0;
        for (int i = 0; i < decoded.length; i++) {
          if (LARGE.values()[i] == 0f) {
            pruned++;
            wrong += decoded[i] == 0f ? 0 : 1;
          }
        }
        double rate = Math.scalb((double) encoded.breakdown().of(Part.TABLES) / 4, -r - spare);
        double deviation = Math.sqrt(rate * (1 - rate) * pruned);
        assertEquals(rate * pruned, wrong, 4 * deviation, "r " + r + ", t " + (r + spare));
      }
    }
  }

  @Test
  void keptWeightsComeBackAsTheirCentroids() {
    float[] values = new float[4000];
    for (int i = 0; i < 500; i++) {
      values[7 * i] = i % 16 - 20;
    }
    var weights = new Tensor(Shape.of(40, 100), values);
    float[] decoded = codec().decode(encode(codec(), weights, 8), Progress.none()).values();
    for (int i = 0; i < 500; i++) {
      assertEquals(values[7 * i], decoded[7 * i], "weight " + 7 * i);
    }
  }

  @Test
  void aDenseLayerHasNoFalsePositives() {
    float[] values = new float[3000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 16 + 1;
    }
    var encoded = encode(codec(), new Tensor(Shape.of(30, 100), values), 5);
    assertTrue(
        codec().decode(encoded, Progress.none()).sameBits(new Tensor(Shape.of(30, 100), values)));
  }

  @Test
  void codedCellsDecodeToTheSame() {
    var plain = encode(codec(), LARGE, 8);
    var packed = new BloomierCodec(4, true);
    var coded = encode(packed, LARGE, 8);
    assertTrue(coded.bytes().length < plain.bytes().length);
    assertEquals(plain.breakdown().of(Part.TABLES), coded.breakdown().of(Part.TABLES));
    assertTrue(
        codec().decode(plain, Progress.none()).sameBits(codec().decode(coded, Progress.none())));
  }

  /** Weights of a few values, equally spaced, which every way of clustering finds. */
  private static Tensor leveled(int levels) {
    var weights = TestWeights.random(Kind.UNIFORM, Shape.of(30, 56), 0.12, 21);
    for (int i = 0; i < weights.size(); i++) {
      float value = weights.values()[i];
      weights.values()[i] =
          value == 0 ? 0 : (float) Math.floor((value + 1) * levels / 2) - 0.5f * levels + 0.5f;
    }
    return weights;
  }

  @Test
  void readsStreamsOfVersionOne() throws IOException {
    var sparse = leveled(16);
    var odd = leveled(16);
    odd.values()[3] = Float.NaN;
    odd.values()[900] = Float.NEGATIVE_INFINITY;
    var settings = new CodecSettings(new Parameter("cells", 9), Effort.BALANCED);
    Golden.check("bloomier", codec(), sparse, settings);
    Golden.check("bloomier-odd", codec(), odd, settings);
    Golden.check("bloomier-coded", new BloomierCodec(3, true), leveled(8), settings);
    Golden.check("bloomier-nothing", codec(), new Tensor(Shape.of(2), new float[2]), settings);
  }

  @Test
  void namesItsOptions() {
    assertEquals("bloomier+3bit+coded", codec().with("coded").with("3bit").id());
    assertEquals("bloomier", codec().with("4bit").id());
    var fault = assertThrows(Fault.class, () -> codec().with("7bit"));
    assertTrue(fault.sentence().contains("1bit to 6bit and coded"), fault.sentence());
  }
}
