package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.TestWeights.Kind;
import org.weighbridge.job.Progress;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** Damaged streams of every codec and effort end in a typed error or a decode, at a small cost. */
class MutatedStreamsTest {
  @Test
  void endInATypedErrorOrADecode() {
    fuzz(samples(Shape.of(30, 40), Shape.of(10, 100), Shape.of(5, 4, 3, 3)), 1, 2_000);
  }

  @Test
  @Tag("slow")
  void endInATypedErrorOrADecodeAHundredThousandTimes() {
    fuzz(samples(Shape.of(30, 40), Shape.of(64, 27), Shape.of(8, 8, 5, 5)), 2, 80_000);
    fuzz(samples(Shape.of(100, 300), Shape.of(1, 5000), Shape.of(3000, 2)), 3, 20_000);
  }

  private static void fuzz(List<EncodedLayer> samples, long seed, int rounds) {
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      var random = new SplittableRandom(seed * 1_000_003 + round);
      var sample = samples.get(random.nextInt(samples.size()));
      var other = samples.get(random.nextInt(samples.size()));
      byte[] stream = Mutation.several(sample.bytes(), other.bytes(), random);
      String what =
          "%s of %s, seed %d, round %d".formatted(sample.codec(), sample.shape(), seed, round);
      long declared = 4L * sample.shape().size();
      if (!Cost.check(() -> decodes(sample, stream, what), declared, what)) {
        refused++;
      }
    }
    int share = 100 * refused / rounds;
    assertTrue(share > 10 && share < 100, share + " % refused: nothing was tested");
  }

  /** Whether a stream is decoded; otherwise it is refused as it should be. */
  private static boolean decodes(EncodedLayer sample, byte[] stream, String what) {
    try {
      var decoded =
          Codecs.byId(sample.codec())
              .decode(stream, sample.version(), sample.shape(), Progress.none());
      assertEquals(sample.shape(), decoded.shape(), what);
      return true;
    } catch (MalformedStreamException refused) {
      return false;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return fail(what, e);
    }
  }

  /** Streams of every codec and effort: sparse and dense, with and without outliers. */
  private static List<EncodedLayer> samples(Shape... shapes) {
    var samples = new ArrayList<EncodedLayer>();
    for (var codec : Codecs.all()) {
      for (var effort : Effort.values()) {
        for (var shape : shapes) {
          samples.add(encode(codec, effort, TestWeights.random(Kind.LAPLACE, shape, 0.1, 7), 0.01));
          samples.add(encode(codec, effort, TestWeights.random(Kind.LAPLACE, shape, 1, 8), 1e-3));
          samples.add(encode(codec, effort, TestWeights.random(Kind.BITS, shape, 0.3, 9), 1e30));
        }
      }
    }
    return samples;
  }

  private static EncodedLayer encode(
      LayerCodec codec, Effort effort, Tensor weights, double bound) {
    var settings = new CodecSettings(ErrorBound.absolute(bound), effort);
    return codec.encode(weights, settings, Progress.none());
  }
}
