package org.weighbridge.codec.zfp;

/**
 * ZFP's decorrelating transform of blocks of 4^d integers: a lifted, not quite orthogonal cousin of
 * the cosine transform, along rows and then along columns (Lindstrom, IEEE TVCG 2014; the form of
 * the zfp library 0.5 and later). The lowest bits of its halvings are lost: the inverse gives the
 * block back but for a few units.
 */
final class Transform {
  private Transform() {}

  /** From values to coefficients, in place; 4 or 16 of them. */
  static void forward(int[] block) {
    for (int row = 0; row < block.length; row += 4) {
      lift(block, row, 1);
    }
    for (int column = 0; 4 * column < block.length && block.length > 4; column++) {
      lift(block, column, 4);
    }
  }

  /** From coefficients to values, in place. */
  static void inverse(int[] block) {
    for (int column = 0; 4 * column < block.length && block.length > 4; column++) {
      unlift(block, column, 4);
    }
    for (int row = 0; row < block.length; row += 4) {
      unlift(block, row, 1);
    }
  }

  /**
   *
   *
   * <pre>
   *        ( 4  4  4  4) (x)
   * 1/16 · ( 5  1 -1 -5) (y)
   *        (-4  4  4 -4) (z)
   *        (-2  6 -6  2) (w)
   * </pre>
   */
  private static void lift(int[] block, int at, int stride) {
    int x = block[at];
    int y = block[at + stride];
    int z = block[at + 2 * stride];
    int w = block[at + 3 * stride];
    x = (x + w) >> 1;
    w -= x;
    z = (z + y) >> 1;
    y -= z;
    x = (x + z) >> 1;
    z -= x;
    w = (w + y) >> 1;
    y -= w;
    w += y >> 1;
    y -= w >> 1;
    block[at] = x;
    block[at + stride] = y;
    block[at + 2 * stride] = z;
    block[at + 3 * stride] = w;
  }

  /**
   *
   *
   * <pre>
   *       ( 4  6 -4 -1) (x)
   * 1/4 · ( 4  2  4  5) (y)
   *       ( 4 -2  4 -5) (z)
   *       ( 4 -6 -4  1) (w)
   * </pre>
   */
  private static void unlift(int[] block, int at, int stride) {
    int x = block[at];
    int y = block[at + stride];
    int z = block[at + 2 * stride];
    int w = block[at + 3 * stride];
    y += w >> 1;
    w -= y >> 1;
    y += w;
    w = (w << 1) - y;
    z += x;
    x = (x << 1) - z;
    y += z;
    z = (z << 1) - y;
    w += x;
    x = (x << 1) - w;
    block[at] = x;
    block[at + stride] = y;
    block[at + 2 * stride] = z;
    block[at + 3 * stride] = w;
  }
}
