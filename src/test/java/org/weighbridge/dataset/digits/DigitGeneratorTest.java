package org.weighbridge.dataset.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigitGeneratorTest {
  private static final DigitGenerator DIGITS = new DigitGenerator(1);
  private static final int SIZE = DigitGenerator.SIZE;

  /**
   * The sample model's recorded accuracy holds for these very pictures: this hash changes only
   * together with it.
   */
  @Test
  void thePicturesNeverChange() throws NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    for (int stream = 0; stream < 3; stream++) {
      for (int i = 0; i < 200; i++) {
        digest.update((byte) DIGITS.label(stream, i));
        digest.update(DIGITS.image(stream, i));
      }
    }
    assertEquals(
        "bff503d8f3518c07317067bfdddea8355999e9d2a1d8527fddacaeffaaeec269",
        HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void randomNumbersAreThePublishedOnes() {
    // the reference implementation's first outputs for the seed 1234567
    var random = new SplitMix(1234567);
    assertEquals(6457827717110365317L, random.next());
    assertEquals(3203168211198807973L, random.next());
    assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.next());
  }

  @Test
  void tenInARowAreAllDigits() {
    for (int first = 0; first < 1000; first += 10) {
      var seen = new HashSet<Integer>();
      for (int i = first; i < first + 10; i++) {
        seen.add(DIGITS.label(0, i));
      }
      assertEquals(Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), seen);
    }
  }

  @Test
  void noTwoPicturesAreTheSame() {
    var seen = new HashSet<String>();
    for (int stream = 0; stream < 3; stream++) {
      for (int i = 0; i < 500; i++) {
        assertTrue(
            seen.add(HexFormat.of().formatHex(DIGITS.image(stream, i))),
            "picture " + i + " of stream " + stream);
      }
    }
    assertArrayEquals(DIGITS.image(2, 7), new DigitGenerator(1).image(2, 7));
  }

  @Test
  void inkFillsTheFrameOfMnist() {
    for (int i = 0; i < 500; i++) {
      byte[] pixels = DIGITS.image(0, i);
      int ink = 0;
      int dark = 0;
      int top = SIZE;
      int bottom = -1;
      int left = SIZE;
      int right = -1;
      for (int p = 0; p < pixels.length; p++) {
        if (pixels[p] != 0) {
          ink++;
          dark = Math.max(dark, pixels[p] & 0xff);
          top = Math.min(top, p / SIZE);
          bottom = Math.max(bottom, p / SIZE);
          left = Math.min(left, p % SIZE);
          right = Math.max(right, p % SIZE);
        }
      }
      String which = "picture " + i;
      assertTrue(top >= 1 && left >= 1 && bottom <= 26 && right <= 26, which);
      int longer = Math.max(bottom - top, right - left) + 1;
      assertTrue(longer >= 19 && longer <= 23, which + " is " + longer + " long");
      assertTrue(ink >= 35 && ink <= 350, which + " has " + ink + " pixels of ink");
      assertTrue(dark > 190, which + " is pale: " + dark);
    }
  }
}
