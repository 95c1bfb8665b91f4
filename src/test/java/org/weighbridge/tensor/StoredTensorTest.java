package org.weighbridge.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tensors outside the heap are those in it. */
class StoredTensorTest {
  private static final long SEED = 7;

  private final float[] values = values(3 * Tensor.BLOCK + 5);
  private final Shape shape = Shape.of(values.length);
  private final Tensor held = new Tensor(shape, values);

  private static float[] values(int count) {
    var random = new Random(SEED);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(3) == 0 ? -0f : (float) random.nextGaussian();
    }
    values[1] = Float.intBitsToFloat(0x7f800001); // a signalling NaN
    return values;
  }

  /** At an odd address, as files have it. */
  private static Tensor stored(float[] values) {
    var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    MemorySegment memory = Arena.ofAuto().allocate(bytes.capacity() + 1).asSlice(1);
    memory.copyFrom(MemorySegment.ofArray(bytes.array()));
    return Tensor.stored(Shape.of(values.length), memory);
  }

  @Test
  void holdsTheSameBits() {
    Tensor stored = stored(values);
    assertTrue(stored.sameBits(held), "seed " + SEED);
    assertTrue(held.sameBits(stored), "seed " + SEED);
    assertEquals(held.nonZeros(), stored.nonZeros());
    assertEquals(held.sparsity(), stored.sparsity());
    assertArrayEquals(bits(values), bits(stored.values()));
    assertSame(stored.values(), stored.values(), "read once while there is room");
  }

  private static int[] bits(float[] values) {
    var bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  @Test
  void seesEveryDifference() {
    for (int at : new int[] {0, Tensor.BLOCK - 1, Tensor.BLOCK, values.length - 1}) {
      float[] other = values.clone();
      other[at] = Math.nextUp(other[at] + 1);
      assertTrue(!stored(other).sameBits(held), "at " + at);
    }
  }

  @Test
  void blocksArePartsOfIt() {
    Block block = stored(values).block(Tensor.BLOCK - 2, 7);
    var part = Arrays.copyOfRange(block.values(), block.begin(), block.end());
    var expected = Arrays.copyOfRange(values, Tensor.BLOCK - 2, Tensor.BLOCK + 5);
    assertArrayEquals(bits(expected), bits(part));
    assertThrows(IndexOutOfBoundsException.class, () -> held.block(values.length - 1, 2));
  }

  @Test
  void isEqualToItselfOnly() {
    Tensor stored = stored(values);
    assertEquals(stored, stored);
    assertNotEquals(stored, stored(values));
    assertNotEquals(stored, held);
    assertEquals(held, new Tensor(shape, values));
    assertNotEquals(held, new Tensor(shape, values.clone()));
  }

  @Test
  void memoryMustFillTheShape() {
    var memory = Arena.ofAuto().allocate(8);
    assertThrows(IllegalArgumentException.class, () -> Tensor.stored(Shape.of(3), memory));
  }
}
