package org.weighbridge.codec.zfp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TransformTest {
  private static final double[][] MATRIX = {
    {4, 4, 4, 4}, {5, 1, -1, -5}, {-4, 4, 4, -4}, {-2, 6, -6, 2}
  };

  /** Multiples of 16 leave nothing to be halved away. */
  @Test
  void isThePublishedMatrix() {
    for (int column = 0; column < 4; column++) {
      int[] block = new int[4];
      block[column] = 16 << 8;
      Transform.forward(block);
      for (int row = 0; row < 4; row++) {
        assertEquals((int) MATRIX[row][column] << 8, block[row], row + ", " + column);
      }
    }
  }

  @Test
  void takesRowsThenColumns() {
    int[] block = new int[16];
    block[4 * 2 + 3] = 16 << 12;
    Transform.forward(block);
    for (int i = 0; i < 16; i++) {
      double expected = MATRIX[i / 4][2] * MATRIX[i % 4][3] / 16;
      assertEquals(expected, block[i] / 4096.0, 1e-3, "coefficient " + i);
    }
  }

  @Test
  void comesBackButForAFewUnits() {
    var random = new Random(4);
    for (int size : new int[] {4, 16}) {
      for (int round = 0; round < 1000; round++) {
        int[] block = random.ints(size, -1 << 30, 1 << 30).toArray();
        int[] back = block.clone();
        Transform.forward(back);
        Transform.inverse(back);
        for (int i = 0; i < size; i++) {
          assertTrue(Math.abs(block[i] - back[i]) < 16, "seed 4, round " + round);
        }
      }
    }
    int[] constant = {7, 7, 7, 7};
    Transform.forward(constant);
    assertArrayEquals(new int[] {7, 0, 0, 0}, constant);
  }
}
