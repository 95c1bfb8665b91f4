package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** The bytes are the same for any number of threads, and so is what they decode to. */
class ThreadCountTest {
  /** More than the 2^16 weights that most stages take at once. */
  @ParameterizedTest
  @EnumSource
  void doesNotChangeAByte(Effort effort) {
    check(effort, TestWeights.random(Kind.LAPLACE, Shape.of(80, 1000), 0.08, 21));
  }

  /** Large enough that every stage cuts it into blocks. */
  @ParameterizedTest
  @EnumSource
  @Tag("slow")
  void doesNotChangeAByteOfALargeLayer(Effort effort) {
    check(effort, TestWeights.random(Kind.LAPLACE, Shape.of(200, 33_000), 0.08, 22));
  }

  private static void check(Effort effort, Tensor weights) {
    for (var codec : Codecs.all()) {
      var settings = new CodecSettings(TestSettings.one(codec, 0.01), effort);
      var alone = WorkPool.limited(1, () -> codec.encode(weights, settings, Progress.none()));
      var decoded = WorkPool.limited(1, () -> codec.decode(alone, Progress.none()));
      for (int threads : new int[] {3, 8}) {
        String what = "%s, %s, %d threads".formatted(codec.id(), effort, threads);
        var shared =
            WorkPool.limited(threads, () -> codec.encode(weights, settings, Progress.none()));
        assertArrayEquals(alone.bytes(), shared.bytes(), what);
        var again = WorkPool.limited(threads, () -> codec.decode(alone, Progress.none()));
        assertTrue(decoded.sameBits(again), what);
      }
    }
  }
}
