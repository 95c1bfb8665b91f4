package org.weighbridge.codec.lossless;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.Effort;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;

class LosslessRaceTest {
  private static final List<Lossless> BACK_ENDS = LosslessRace.MIXED.members();

  @Test
  void bringsBackEverySize() {
    var random = new Random(53);
    for (int size : new int[] {0, 1, 5, 1000, 131_072, 131_073}) {
      byte[] noise = new byte[size];
      random.nextBytes(noise);
      byte[] text = new byte[size];
      for (int i = 0; i < size; i++) {
        text[i] = (byte) "the quick brown fox".charAt(random.nextInt(19));
      }
      for (byte[] raw : List.of(noise, text, new byte[size])) {
        for (var effort : new Effort[] {Effort.FAST, Effort.BALANCED}) {
          for (var backEnd : BACK_ENDS) {
            byte[] packed = backEnd.compress(raw, effort, Progress.none());
            assertArrayEquals(raw, backEnd.decompress(packed, size), backEnd.name() + " " + size);
          }
          byte[] best = LosslessRace.MIXED.compress(raw, effort, Progress.none());
          assertTrue(best.length <= size + 1, "store is never worse than one byte");
          assertArrayEquals(raw, LosslessRace.MIXED.decompress(new ByteReader(best), size));
        }
      }
    }
  }

  /** More than the decoder takes at once, and more than it grows by. */
  @Test
  void bringsBackLargeData() {
    byte[] raw = new byte[2_500_000];
    for (int i = 0; i < raw.length; i += 97) {
      raw[i] = (byte) (i * i);
    }
    for (var backEnd : LosslessRace.GENERAL.members()) {
      byte[] packed = backEnd.compress(raw, Effort.FAST, Progress.none());
      assertArrayEquals(raw, backEnd.decompress(packed, raw.length), backEnd.name());
    }
  }

  @Test
  void refusesOtherSizes() {
    byte[] raw = new byte[5000];
    Arrays.fill(raw, 100, 200, (byte) 7);
    for (var backEnd : LosslessRace.GENERAL.members()) {
      byte[] packed = backEnd.compress(raw, Effort.BALANCED, Progress.none());
      for (int size : new int[] {0, 1, 4999, 5001, 1 << 30}) {
        assertThrows(
            MalformedStreamException.class,
            () -> backEnd.decompress(packed, size),
            backEnd.name() + " to " + size);
      }
    }
    // an arithmetic code has no end mark: it notices only what it cannot hold
    var context = new ContextBytes();
    byte[] packed = context.compress(raw, Effort.BALANCED, Progress.none());
    for (int size : new int[] {0, 100, 1 << 20, 1 << 30}) {
      assertThrows(MalformedStreamException.class, () -> context.decompress(packed, size));
    }
    byte[] best = LosslessRace.MIXED.compress(raw, Effort.BALANCED, Progress.none());
    assertThrows(
        MalformedStreamException.class,
        () -> LosslessRace.MIXED.decompress(new ByteReader(best), 4999));
  }
}
