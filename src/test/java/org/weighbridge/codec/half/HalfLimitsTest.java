package org.weighbridge.codec.half;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.weighbridge.codec.Breakdown.Part;
import org.weighbridge.codec.CodecSettings;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.TestWeights;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class HalfLimitsTest {
  private static final CodecSettings SETTINGS = new CodecSettings(Parameter.NONE, Effort.BALANCED);

  @Test
  void tiesGoToTheEvenNeighbour() {
    float half = 0x1p-11f;
    assertEquals(1, roundTrip(HalfCodec.fp16(), 1 + half));
    assertEquals(1 + 4 * half, roundTrip(HalfCodec.fp16(), 1 + 3 * half));
    assertEquals(1, roundTrip(HalfCodec.bf16(), 1 + 0x1p-8f));
    assertEquals(1 + 0x1p-6f, roundTrip(HalfCodec.bf16(), 1 + 3 * 0x1p-8f));
  }

  @Test
  void whatWouldBeInfiniteIsKept() {
    assertEquals(65_504, roundTrip(HalfCodec.fp16(), Math.nextDown(65_520f)));
    assertEquals(65_520, roundTrip(HalfCodec.fp16(), 65_520));
    assertEquals(-1e30f, roundTrip(HalfCodec.fp16(), -1e30f));
    assertEquals(Float.MAX_VALUE, roundTrip(HalfCodec.bf16(), Float.MAX_VALUE));
    assertEquals(0x1.fep127f, roundTrip(HalfCodec.bf16(), Math.nextDown(0x1.ffp127f)));
  }

  @Test
  void whatIsTooSmallBecomesZero() {
    assertEquals(0, roundTrip(HalfCodec.fp16(), 1e-9f));
    assertEquals(1e-9f, roundTrip(HalfCodec.bf16(), 1e-9f), 1e-11f);
  }

  @Test
  void everyWeightTakesTwoBytes() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(40, 50), 0.3, 5);
    var plain = HalfCodec.bf16().encode(weights, SETTINGS, Progress.none());
    assertEquals(2 * 2000 + 2, plain.bytes().length);
    assertEquals(2 * 2000, plain.breakdown().of(Part.VALUES));
    var packed = HalfCodec.bf16().with("entropy").encode(weights, SETTINGS, Progress.none());
    assertTrue(packed.bytes().length < 0.7 * plain.bytes().length);
    var decoded = HalfCodec.bf16().decode(packed, Progress.none());
    assertTrue(HalfCodec.bf16().decode(plain, Progress.none()).sameBits(decoded));
  }

  private static float roundTrip(LayerCodec codec, float value) {
    var encoded = codec.encode(Tensor.of(Shape.of(1), value), SETTINGS, Progress.none());
    return codec.decode(encoded, Progress.none()).values()[0];
  }
}
