package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.weighbridge.fuzz.ByteDamage;

/** Hands damaged streams to decoders. */
final class Fuzz {
  private Fuzz() {}

  /**
   * A stream that is damaged again and again.
   *
   * @param declaredBytes size of the layer that the decoder was told of
   * @param decoder decodes a stream and checks the shape of what comes out
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sample(String name, byte[] stream, long declaredBytes, Consumer<byte[]> decoder) {
    /** Whether a damaged stream is decoded; otherwise it is refused as it should be. */
    private boolean decodes(byte[] damaged, String what) {
      try {
        decoder.accept(damaged);
        return true;
      } catch (MalformedStreamException refused) {
        return false;
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        return fail(what, e);
      }
    }
  }

  /** Each round damages one of the samples; seed and round tell how. */
  static void run(List<Sample> samples, long seed, int rounds) {
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      var random = new SplittableRandom(seed * 1_000_003 + round);
      var sample = samples.get(random.nextInt(samples.size()));
      var other = samples.get(random.nextInt(samples.size()));
      byte[] damaged = ByteDamage.several(sample.stream, other.stream, random);
      String what = "%s, seed %d, round %d".formatted(sample.name, seed, round);
      if (!Cost.check(() -> sample.decodes(damaged, what), sample.declaredBytes, what)) {
        refused++;
      }
    }
    int share = 100 * refused / rounds;
    assertTrue(share > 10 && share < 100, share + " % refused: nothing was tested");
  }
}
