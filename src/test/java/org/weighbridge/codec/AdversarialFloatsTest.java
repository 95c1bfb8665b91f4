package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.codec.ErrorBound.Mode;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** No codec breaks a bound at any effort, whatever the weights are. */
class AdversarialFloatsTest {
  private static final Shape SHAPE = Shape.of(15, 14);

  @ParameterizedTest
  @EnumSource
  void keepTheirBounds(AdversarialFloats kind) {
    for (double bound : new double[] {1e-45, 1e-38, 1e-9, 1e-3, 0.01, 1 / 3.0, 1e37, 1e38}) {
      check(kind, bound, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("slow")
  void keepEveryBound(AdversarialFloats kind) {
    for (double decade :
        IntStream.rangeClosed(-45, 38).mapToDouble(e -> StrictMath.pow(10, e)).toArray()) {
      for (double digits : new double[] {1, 1.7, 1 / 3.0}) {
        check(kind, decade * digits, 2);
      }
    }
    DoubleStream.of(Double.MIN_VALUE, 1e300, Double.MAX_VALUE)
        .forEach(bound -> check(kind, bound, 3));
  }

  private static void check(AdversarialFloats kind, double bound, long seed) {
    var weights = new Tensor(SHAPE, kind.of(bound, new SplittableRandom(seed)));
    for (var codec : Codecs.all()) {
      for (var effort : Effort.values()) {
        for (var below : TestSettings.belowBounds(codec)) {
          for (var setting : TestSettings.few(codec, bound)) {
            check(
                codec, weights, new CodecSettings(setting, effort, below), kind + ", seed " + seed);
          }
        }
        if (codec.axis() instanceof Axis.Bounds) {
          var relative = new ErrorBound(Mode.RELATIVE, 0.003);
          check(codec, weights, new CodecSettings(relative, effort), kind + ", seed " + seed);
        }
      }
    }
  }

  private static void check(LayerCodec codec, Tensor weights, CodecSettings settings, String what) {
    String where = "%s, %s, %s".formatted(codec.id(), what, settings);
    try {
      var encoded = codec.encode(weights, settings, Progress.none());
      var decoded = codec.decode(encoded, Progress.none());
      var found =
          BoundCheck.of(weights.values(), decoded.values(), encoded.bound(), codec.promise());
      assertEquals(0, found.violations(), () -> where + ": " + found);
    } catch (RuntimeException e) {
      fail(where, e);
    }
  }
}
