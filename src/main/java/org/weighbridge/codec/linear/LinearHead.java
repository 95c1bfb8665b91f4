package org.weighbridge.codec.linear;

import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.tensor.Shape;

/**
 * The first byte of a stream: the bits, + 16 when affine, + 32 when per channel, + 64 when packed.
 */
record LinearHead(int bits, boolean affine, boolean channel, boolean packed) {
  static final int FEWEST = 2;
  static final int MOST = 8;
  private static final int AFFINE = 16;
  private static final int CHANNEL = 32;
  private static final int PACKED = 64;

  void write(ByteWriter out) {
    out.u8(bits + (affine ? AFFINE : 0) + (channel ? CHANNEL : 0) + (packed ? PACKED : 0));
  }

  static LinearHead read(ByteReader in) {
    int start = in.offset();
    int number = in.u8();
    int bits = number % AFFINE;
    if (bits < FEWEST || bits > MOST || number >= 2 * PACKED) {
      throw new MalformedStreamException(start, "no quantization has the number " + number);
    }
    return new LinearHead(
        bits, (number & AFFINE) != 0, (number & CHANNEL) != 0, (number & PACKED) != 0);
  }

  /** How many grids a layer has. */
  int channels(Shape shape) {
    return shape.size() == 0 ? 0 : channel ? shape.rows() : 1;
  }
}
