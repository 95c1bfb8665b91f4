package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.CancelToken;
import org.weighbridge.job.Progress;
import org.weighbridge.job.TrackedProgress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** What every codec promises. A codec's test inherits it and says which codec it is. */
public abstract class LayerCodecContract {
  private static final double[] BOUNDS = {
    Double.MIN_VALUE,
    1e-45,
    1e-30,
    1e-9,
    1e-4,
    1e-3,
    0.01,
    0.1,
    1,
    1e10,
    1e38,
    1e300,
    Double.MAX_VALUE
  };
  private static final float[] ODD = {
    0f,
    -0f,
    Float.NaN,
    Float.intBitsToFloat(0x7fc01234),
    Float.intBitsToFloat(0xff812345),
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -1e-40f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Math.nextDown(Float.MAX_VALUE),
    1f,
    -1f,
    0.01f,
    -0.01f,
    0.02f,
    0.03f,
    1e20f,
    -0x1.fp127f,
    16_777_216f
  };

  protected abstract LayerCodec codec();

  @ParameterizedTest
  @EnumSource
  void keepsTheBoundOnRandomWeights(Kind kind) {
    for (var setting : settings()) {
      for (double density : new double[] {0.02, 0.3, 1}) {
        long seed = setting.toString().hashCode() + 31L * kind.name().length();
        check(TestWeights.random(kind, Shape.of(13, 37), density, seed), setting, "seed " + seed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheBoundAtEveryEffort(Effort effort) {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(50, 40), 0.2, 3);
    for (var setting : settings()) {
      check(weights, new CodecSettings(setting, effort), effort.name());
    }
    if (codec().axis() instanceof Axis.Bounds) {
      check(weights, new CodecSettings(new ErrorBound(ErrorBound.Mode.RELATIVE, 0.01), effort), "");
    }
  }

  /** So that accuracy measured on values coded quickly holds for the file. */
  @ParameterizedTest
  @EnumSource
  void decodesToTheSameBitsAtEveryEffort(Kind kind) {
    for (var setting : kind == Kind.LAPLACE ? settings() : TestSettings.few(codec(), BOUNDS)) {
      for (double density : new double[] {0.02, 0.3, 1}) {
        for (var belowBound : TestSettings.belowBounds(codec())) {
          var weights = TestWeights.random(kind, Shape.of(23, 31), density, 7);
          var settings = new CodecSettings(setting, Effort.FAST, belowBound);
          float[] fast = decoded(weights, settings);
          for (var effort : List.of(Effort.BALANCED, Effort.MAX)) {
            assertTrue(
                sameBits(fast, decoded(weights, settings.withEffort(effort))),
                () -> "%s at %s, density %s, %s".formatted(effort, setting, density, belowBound));
          }
        }
      }
    }
  }

  private float[] decoded(Tensor weights, CodecSettings settings) {
    var encoded = codec().encode(weights, settings, Progress.none());
    return codec().decode(encoded, Progress.none()).values();
  }

  private static boolean sameBits(float[] one, float[] other) {
    return IntStream.range(0, one.length)
        .allMatch(i -> Float.floatToRawIntBits(one[i]) == Float.floatToRawIntBits(other[i]));
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheBoundWhateverIsBelowIt(BelowBound belowBound) {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(50, 40), 0.2, 3);
    for (var setting : settings()) {
      var settings = new CodecSettings(setting, Effort.BALANCED, belowBound);
      check(weights, settings, belowBound.name());
    }
  }

  @Test
  void keepsOddFloats() {
    for (var setting : settings()) {
      check(Tensor.of(Shape.of(ODD.length), ODD), setting, "all");
      for (float odd : ODD) {
        check(Tensor.of(Shape.of(1), odd), setting, "alone: " + odd);
        float[] repeated = new float[20];
        Arrays.fill(repeated, odd);
        check(Tensor.of(Shape.of(4, 5), repeated), setting, "repeated: " + odd);
        repeated[7] = 0.5f;
        check(Tensor.of(Shape.of(4, 5), repeated), setting, "repeated with 0.5: " + odd);
      }
    }
  }

  /** Values beside the borders of bins, where rounding decides. */
  @Test
  void keepsTheBoundAtTheBordersOfBins() {
    for (double bound : new double[] {0.01, 0.1, 1 / 3.0, 1e-3, 0x1p-10}) {
      float[] values = new float[3 * 41];
      for (int i = 0; i < 41; i++) {
        float border = (float) ((2 * (i - 20) + 1) * bound);
        values[3 * i] = border;
        values[3 * i + 1] = Math.nextUp(border);
        values[3 * i + 2] = Math.nextDown(border);
      }
      check(
          Tensor.of(Shape.of(values.length), values), TestSettings.one(codec(), bound), "borders");
    }
  }

  @Test
  void keepsEveryShape() {
    for (var shape :
        new Shape[] {
          Shape.of(),
          Shape.of(0),
          Shape.of(0, 5),
          Shape.of(5, 0),
          Shape.of(1),
          Shape.of(1, 1),
          Shape.of(3, 1, 2, 2),
          Shape.of(1, 200),
          Shape.of(200, 1),
          Shape.of(64, 64)
        }) {
      for (double density : new double[] {0, 0.05, 1}) {
        check(
            TestWeights.random(Kind.UNIFORM, shape, density, 5), some(), shape + " at " + density);
      }
    }
  }

  @Test
  void isDeterministic() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(60, 70), 0.1, 11);
    var settings = new CodecSettings(some(), Effort.BALANCED);
    byte[] first = codec().encode(weights, settings, Progress.none()).bytes();
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(first, codec().encode(weights, settings, Progress.none()).bytes());
    }
  }

  @Test
  void endsTruncatedStreamsInATypedErrorOrADecode() {
    var encoded = sample();
    for (int length = 0; length < encoded.bytes().length; length++) {
      byte[] cut = Arrays.copyOf(encoded.bytes(), length);
      decodeDamaged(encoded, cut, "cut to " + length);
    }
  }

  @Test
  void endsDamagedStreamsInATypedErrorOrADecode() {
    var random = new Random(17);
    var encoded = sample();
    for (int bit = 0; bit < 8 * encoded.bytes().length; bit++) {
      byte[] flipped = encoded.bytes().clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      decodeDamaged(encoded, flipped, "bit " + bit + " flipped");
    }
    for (int round = 0; round < 1000; round++) {
      byte[] noise = encoded.bytes().clone();
      int from = random.nextInt(noise.length);
      for (int i = from; i < Math.min(noise.length, from + 1 + random.nextInt(8)); i++) {
        noise[i] = (byte) random.nextInt();
      }
      decodeDamaged(encoded, noise, "seed 17, round " + round);
    }
  }

  @Test
  void refusesUnknownVersions() {
    var encoded = sample();
    assertThrows(
        MalformedStreamException.class,
        () -> codec().decode(encoded.bytes(), 99, encoded.shape(), Progress.none()));
  }

  @Test
  void stopsWhenCancelled() {
    var cancel = new CancelToken();
    cancel.cancel();
    var progress = new TrackedProgress(cancel, state -> {});
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(60, 70), 0.1, 11);
    assertThrows(
        CancellationException.class,
        () -> codec().encode(weights, new CodecSettings(some(), Effort.BALANCED), progress));
  }

  private EncodedLayer sample() {
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(30, 40), 0.15, 7);
    weights.values()[100] = Float.NaN;
    weights.values()[200] = 1e30f;
    return codec().encode(weights, new CodecSettings(some(), Effort.BALANCED), Progress.none());
  }

  private void decodeDamaged(EncodedLayer encoded, byte[] stream, String what) {
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          try {
            var decoded =
                codec().decode(stream, encoded.version(), encoded.shape(), Progress.none());
            assertEquals(encoded.shape(), decoded.shape(), what);
          } catch (MalformedStreamException expected) {
            assertTrue(expected.sentence().endsWith("."), what);
          }
        },
        what);
  }

  private List<Setting> settings() {
    return TestSettings.of(codec(), BOUNDS);
  }

  private Setting some() {
    return TestSettings.one(codec(), 0.01);
  }

  @Test
  void refusesTheSettingsOfOtherCodecs() {
    Setting other =
        codec().axis() instanceof Axis.Bounds ? Parameter.bits(5) : ErrorBound.absolute(0.01);
    var weights = TestWeights.random(Kind.LAPLACE, Shape.of(6, 7), 0.5, 11);
    var settings = new CodecSettings(other, Effort.BALANCED);
    var fault = assertThrows(Fault.class, () -> codec().encode(weights, settings, Progress.none()));
    assertTrue(fault.sentence().contains(codec().axis().start().toString()), fault.sentence());
  }

  @Test
  void findsItsSettingsOnItsAxis() {
    var axis = codec().axis();
    for (double place : axis.places()) {
      var setting = axis.at(place);
      assertEquals(place, axis.place(setting).orElseThrow());
      assertEquals(setting, Setting.parse(setting.toString()));
    }
    assertTrue(axis.place(axis.start()).isPresent());
  }

  private void check(Tensor weights, Setting setting, String what) {
    check(weights, new CodecSettings(setting, Effort.BALANCED), what);
  }

  private void check(Tensor weights, CodecSettings settings, String what) {
    var encoded = codec().encode(weights, settings, Progress.none());
    assertEquals(codec().family(), encoded.codec(), what);
    assertEquals(encoded.bytes().length, encoded.breakdown().total(), what);
    var decoded = codec().decode(encoded, Progress.none());
    assertEquals(weights.shape(), decoded.shape(), what);
    var check =
        BoundCheck.of(weights.values(), decoded.values(), encoded.bound(), codec().promise());
    assertEquals(0, check.violations(), () -> what + ", " + settings + ": " + check);
    if (settings.setting() instanceof ErrorBound asked) {
      assertEquals(asked.absoluteFor(weights.values()), encoded.bound(), what);
    } else {
      assertEquals(ReachedBound.of(weights.values(), decoded.values()), encoded.bound(), what);
    }
  }
}
