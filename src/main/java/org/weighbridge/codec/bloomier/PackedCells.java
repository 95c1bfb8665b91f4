package org.weighbridge.codec.bloomier;

/** Cells of a few bits, one behind the other, the lowest bit of a byte first; spare bits are 0. */
final class PackedCells {
  private PackedCells() {}

  static long size(long cells, int bits) {
    return (cells * bits + 7) / 8;
  }

  static byte[] pack(char[] cells, int bits) {
    byte[] packed = new byte[Math.toIntExact(size(cells.length, bits))];
    int pending = 0;
    int held = 0;
    int at = 0;
    for (char cell : cells) {
      pending |= cell << held;
      held += bits;
      for (; held >= 8; held -= 8) {
        packed[at++] = (byte) pending;
        pending >>>= 8;
      }
    }
    if (held > 0) {
      packed[at] = (byte) pending;
    }
    return packed;
  }

  static char[] unpack(byte[] packed, int count, int bits) {
    char[] cells = new char[count];
    int pending = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      for (; held < bits; held += 8) {
        pending |= (packed[at++] & 0xff) << held;
      }
      cells[i] = (char) (pending & (1 << bits) - 1);
      pending >>>= bits;
      held -= bits;
    }
    return cells;
  }
}
