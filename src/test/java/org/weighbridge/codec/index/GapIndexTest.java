package org.weighbridge.codec.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;

class GapIndexTest extends IndexCoderContract {
  @Override
  IndexCoder coder() {
    return new GapIndex();
  }

  /** The padding rule, byte by byte: distances from the kept position before, -1 at the start. */
  @Test
  void padsDistancesAbove255() {
    assertGaps(new int[] {1}, 0);
    assertGaps(new int[] {255}, 254);
    assertGaps(new int[] {0, 1}, 255);
    assertGaps(new int[] {0, 2}, 256);
    assertGaps(new int[] {0, 255}, 509);
    assertGaps(new int[] {0, 0, 1}, 510);
    assertGaps(new int[] {0, 0, 2}, 511);
    assertGaps(new int[] {1, 1, 255, 0, 1}, 0, 1, 256, 512);
    assertGaps(new int[] {});
  }

  private static void assertGaps(int[] expected, int... kept) {
    var mask = Mask.empty(Shape.of(1, 1000));
    for (int position : kept) {
      mask.set(position);
    }
    byte[] bytes = new byte[expected.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) expected[i];
    }
    assertArrayEquals(bytes, GapIndex.gaps(mask));
  }
}
