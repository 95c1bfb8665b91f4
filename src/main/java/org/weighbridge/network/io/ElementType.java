package org.weighbridge.network.io;

/** How many bits ONNX's element types take in raw data (onnx.proto, TensorProto.DataType). */
final class ElementType {
  /** By type number: float, uint8, int8, uint16, ... float8, uint4, int4, float4, ... int2. */
  private static final int[] BITS = {
    0, 32, 8, 8, 16, 16, 32, 64, 0, 8, 16, 64, 32, 64, 64, 128, 16, 8, 8, 8, 8, 4, 4, 4, 8, 2, 2
  };

  private ElementType() {}

  /** Bits per element; 0 for strings and for types younger than this table. */
  static int bits(int dataType) {
    return dataType > 0 && dataType < BITS.length ? BITS[dataType] : 0;
  }

  /** The bytes that so many elements take, small ones packed. */
  static long bytes(long elements, int bits) {
    return (elements * bits + 7) / 8;
  }
}
