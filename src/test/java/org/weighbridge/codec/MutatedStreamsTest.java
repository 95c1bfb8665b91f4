package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.Fuzz.Sample;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Damaged streams of every codec and effort end in a typed error or a decode, at a small cost. */
class MutatedStreamsTest {
  @Test
  void endInATypedErrorOrADecode() {
    Fuzz.run(samples(Shape.of(30, 40), Shape.of(10, 100), Shape.of(5, 4, 3, 3)), 1, 2_000);
  }

  @Test
  @Tag("slow")
  void endInATypedErrorOrADecodeAHundredThousandTimes() {
    Fuzz.run(samples(Shape.of(30, 40), Shape.of(64, 27), Shape.of(8, 8, 5, 5)), 2, 80_000);
    Fuzz.run(samples(Shape.of(100, 300), Shape.of(1, 5000), Shape.of(3000, 2)), 3, 20_000);
  }

  /** Streams of every codec and effort: sparse and dense, with and without outliers. */
  private static List<Sample> samples(Shape... shapes) {
    var samples = new ArrayList<Sample>();
    for (var codec : Codecs.all()) {
      for (var effort : Effort.values()) {
        for (var shape : shapes) {
          samples.add(sample(codec, effort, TestWeights.random(Kind.LAPLACE, shape, 0.1, 7), 0.01));
          samples.add(sample(codec, effort, TestWeights.random(Kind.LAPLACE, shape, 1, 8), 1e-3));
          samples.add(sample(codec, effort, TestWeights.random(Kind.BITS, shape, 0.3, 9), 1e30));
        }
      }
    }
    return samples;
  }

  private static Sample sample(LayerCodec codec, Effort effort, Tensor weights, double bound) {
    var settings = new CodecSettings(TestSettings.one(codec, bound), effort);
    var encoded = codec.encode(weights, settings, Progress.none());
    return new Sample(
        "%s, %s, %s".formatted(codec.id(), effort, weights.shape()),
        encoded.bytes(),
        4L * weights.size(),
        stream -> {
          var decoded = codec.decode(stream, encoded.version(), weights.shape(), Progress.none());
          assertEquals(weights.shape(), decoded.shape());
        });
  }
}
