package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Signal-to-noise ratios: measured, aimed at, reached. */
class PsnrTest {
  @Test
  void isMeasuredAsZCheckerDoes() {
    // range 4, squared errors 0, 1, 0, 0 of which the mean is 1/4
    assertEquals(
        20 * Math.log10(4) - 10 * Math.log10(0.25),
        Psnr.of(new float[] {0, 1, 4, 3}, new float[] {0, 2, 4, 3}),
        1e-12);
    assertEquals(Double.POSITIVE_INFINITY, Psnr.of(new float[] {1, 2}, new float[] {1, 2}));
    assertEquals(Double.POSITIVE_INFINITY, Psnr.of(new float[0], new float[0]));
    assertEquals(Double.NEGATIVE_INFINITY, Psnr.of(new float[] {1, 1}, new float[] {1, 2}));
  }

  @Test
  void takesFiniteOriginalsOnly() {
    float[] original = {0, 4, Float.NaN, Float.POSITIVE_INFINITY};
    float[] decoded = {0, 3, Float.NaN, Float.POSITIVE_INFINITY};
    assertEquals(20 * Math.log10(4) - 10 * Math.log10(0.5), Psnr.of(original, decoded), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"psnr:20", "psnr:40", "psnr:60", "psnr:90", "psnr:140", "psnr:500"})
  void isReachedByEveryBoundedCodecOnEveryKindOfWeights(String text) {
    var bound = ErrorBound.parse(text);
    for (var codec : Codecs.bounded()) {
      for (var kind : Kind.values()) {
        for (double density : new double[] {0.05, 1}) {
          var weights = TestWeights.random(kind, Shape.of(30, 40), density, 9);
          var coded = encode(codec, weights, bound);
          assertTrue(coded.psnr() >= bound.value(), codec.id() + " " + kind + " " + coded.psnr());
          assertEquals(
              coded.psnr(), Psnr.of(weights.values(), coded.decoded().values()), "as decoded");
        }
      }
    }
  }

  @Test
  void isNotExceededByMuchWhereBinsAreFine() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(100, 100), 0.1, 4);
    double psnr = encode(Codecs.byId("deepsz"), weights, ErrorBound.parse("psnr:70")).psnr();
    assertTrue(psnr < 71, () -> psnr + " dB");
  }

  @Test
  void oddLayersAreStoredExactly() {
    for (float[] values :
        new float[][] {
          {},
          {0, 0},
          {3},
          {2, 2, 2},
          {Float.NaN, Float.POSITIVE_INFINITY},
          {Float.NEGATIVE_INFINITY, 5, Float.NaN}
        }) {
      var weights = new Tensor(Shape.of(values.length), values);
      var coded = encode(Codecs.byId("sz"), weights, ErrorBound.parse("psnr:50"));
      assertEquals(Double.POSITIVE_INFINITY, coded.psnr());
    }
  }

  @Test
  void theWidestRangeHasARatioToo() {
    var weights = Tensor.of(Shape.of(3), -Float.MAX_VALUE, 1f, Float.MAX_VALUE);
    assertTrue(encode(Codecs.byId("sz"), weights, ErrorBound.parse("psnr:50")).psnr() >= 50);
  }

  @Test
  void derivedBoundsAreShortDecimalsBelowWhatWasAsked() {
    float[] values = {0, 1 / 3f, -2 / 7f, Float.POSITIVE_INFINITY};
    double range = (double) (1 / 3f) - (-2 / 7f);
    assertEquals(0.006190, ErrorBound.parse("rel:0.01").absoluteFor(values));
    assertTrue(0.006190 <= 0.01 * range);
    assertEquals(Double.MIN_VALUE, ErrorBound.parse("rel:1e-300").absoluteFor(new float[] {1}));
    assertEquals(
        Double.MAX_VALUE,
        ErrorBound.parse("rel:1e308").absoluteFor(new float[] {0, Float.MAX_VALUE}));
  }

  @ParameterizedTest
  @EnumSource
  void boundsAreReadAsWritten(ErrorBound.Mode mode) {
    var bound = new ErrorBound(mode, 0.0125);
    assertEquals(bound, ErrorBound.parse(bound.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "rel:", "psnr:", "psnr:-3", "0", "-1", "NaN", "abs:1", "rel:0", "1e999"})
  void nonsenseIsNoBound(String text) {
    assertThrows(IllegalArgumentException.class, () -> ErrorBound.parse(text));
  }

  /** A codec that halves nothing: the ratio cannot be reached, and the user hears of it. */
  @Test
  void whatIsOutOfReachIsRefused() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(10, 10), 1, 4);
    var fault =
        assertThrows(
            Fault.class, () -> encode(new ZeroCodec(), weights, ErrorBound.parse("psnr:90")));
    assertTrue(fault.sentence().contains("90.0 dB"), fault.sentence());
  }

  private static CheckedLayer encode(LayerCodec codec, Tensor weights, ErrorBound bound) {
    var settings = new CodecSettings(bound, Effort.BALANCED);
    return CheckedLayer.encode(codec, weights, settings, Progress.none());
  }

  /** Makes everything zero, and claims a bound that allows it. */
  private static final class ZeroCodec implements LayerCodec {
    @Override
    public String label() {
      return id();
    }

    @Override
    public String id() {
      return "zero";
    }

    @Override
    public String name() {
      return "Zero";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public EncodedLayer encode(Tensor weights, CodecSettings settings, Progress progress) {
      var nothing = new Breakdown(java.util.Map.of());
      return new EncodedLayer(id(), 1, weights.shape(), new byte[0], nothing, 1e30);
    }

    @Override
    public Tensor decode(byte[] stream, int version, Shape shape, Progress progress) {
      return new Tensor(shape, new float[shape.size()]);
    }
  }
}
