package org.weighbridge.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void shapesAreMatricesOfFirstDimensionTimesTheRest() {
    var conv = Shape.of(50, 20, 5, 5);
    assertEquals(50, conv.rows());
    assertEquals(500, conv.columns());
    assertEquals(25_000, conv.size());
    assertEquals("50 × 20 × 5 × 5", conv.toString());
    assertEquals(1, Shape.of().size());
    assertEquals(Shape.of(2, 3), Shape.of(2, 3));
  }

  @Test
  void shapesBeyondAnArrayAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Shape.of(1 << 16, 1 << 15));
    assertThrows(IllegalArgumentException.class, () -> Shape.of(2, -1));
  }

  @Test
  void negativeZeroIsZeroAndNotANumberIsNot() {
    var tensor = Tensor.of(Shape.of(4), 0f, -0f, Float.NaN, Float.MIN_VALUE);
    assertEquals(2, tensor.nonZeros());
    assertEquals(0.5, tensor.sparsity());
    assertEquals(0, Tensor.of(Shape.of(0)).sparsity());
  }

  @Test
  void sameBitsTellsSignsOfZeroAndPayloadsApart() {
    var nan = Float.intBitsToFloat(0x7fc00001);
    assertTrue(Tensor.of(Shape.of(1), nan).sameBits(Tensor.of(Shape.of(1), nan)));
    assertFalse(Tensor.of(Shape.of(1), nan).sameBits(Tensor.of(Shape.of(1), Float.NaN)));
    assertFalse(Tensor.of(Shape.of(1), 0f).sameBits(Tensor.of(Shape.of(1), -0f)));
    assertFalse(Tensor.of(Shape.of(1, 1), 0f).sameBits(Tensor.of(Shape.of(1), 0f)));
  }

  @Test
  void valuesMustFillTheShape() {
    assertThrows(IllegalArgumentException.class, () -> Tensor.of(Shape.of(3), 1f, 2f));
  }
}
