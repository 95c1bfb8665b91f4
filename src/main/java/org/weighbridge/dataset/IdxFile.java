package org.weighbridge.dataset;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.weighbridge.fault.Fault;

/**
 * The content of an IDX file of unsigned bytes, the format of <a
 * href="http://yann.lecun.com/exdb/mnist/">MNIST</a>: two zero bytes, the type (8), the number of
 * dimensions, the dimensions as big-endian integers, the values.
 *
 * @param dims the dimensions, the number of samples first
 */
@SuppressWarnings("ArrayRecordComponent") // passed on within the room
record IdxFile(Path path, int[] dims, byte[] values) {
  private static final int UNSIGNED_BYTE = 8;
  private static final int MAX_RANK = 4;

  static boolean matches(byte[] head) {
    return head.length >= 4
        && head[0] == 0
        && head[1] == 0
        && head[2] == UNSIGNED_BYTE
        && head[3] >= 1
        && head[3] <= MAX_RANK;
  }

  /**
   * Reads a file.
   *
   * @throws Fault when it is not IDX, or its length is not what its dimensions ask for
   */
  static IdxFile read(Path path) {
    try (DataFile file = DataFile.open(path)) {
      byte[] magic = file.header(4);
      if (!matches(magic)) {
        throw new Fault(
            "%s is not an IDX file of unsigned bytes: it begins with %02x %02x %02x %02x instead of 00 00 08 and 1 to 4."
                .formatted(path, magic[0], magic[1], magic[2], magic[3]));
      }
      int[] dims = new int[magic[3]];
      ByteBuffer.wrap(file.header(4 * dims.length)).asIntBuffer().get(dims);
      return new IdxFile(path, dims, file.rest(size(path, dims)));
    }
  }

  int samples() {
    return dims[0];
  }

  private static long size(Path path, int[] dims) {
    long size = 1;
    for (int dim : dims) {
      if (dim < 1 || size > Integer.MAX_VALUE) {
        throw new Fault(
            "%s is damaged or empty: its header declares dimensions %s; fetch it again."
                .formatted(path, Arrays.toString(dims)));
      }
      size *= dim;
    }
    return size;
  }
}
