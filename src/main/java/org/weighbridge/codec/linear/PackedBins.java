package org.weighbridge.codec.linear;

import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * Codes of a few bits each, the lowest bit of a byte first, as int8 and int4 weights are deployed.
 * A code is counted from the lowest bin of its channel. Spare bits at the end are 0.
 */
final class PackedBins {
  /** Weights that one thread packs; eight codes are whole bytes. */
  private static final int PIECE = 1 << 16;

  private PackedBins() {}

  static int size(int weights, int bits) {
    return (int) (((long) weights * bits + 7) / 8);
  }

  static byte[] pack(int[] bins, Grids grids, Progress progress) {
    int bits = grids.bits();
    byte[] packed = new byte[size(bins.length, bits)];
    WorkPool.forEach(
        Math.ceilDiv(bins.length, PIECE),
        piece -> {
          progress.check();
          var channels = new Walk(grids, piece * PIECE);
          int end = Math.min(bins.length, (piece + 1) * PIECE);
          for (int from = piece * PIECE; from < end; from += 8) {
            long eight = 0;
            int count = Math.min(8, end - from);
            for (int i = 0; i < count; i++) {
              long code = (long) bins[from + i] - channels.at(from + i).lowest();
              eight |= code << (i * bits);
            }
            int at = from / 8 * bits;
            for (int b = 0; b < size(count, bits); b++) {
              packed[at + b] = (byte) (eight >>> (8 * b));
            }
          }
        });
    return packed;
  }

  /** Reconstructs the weights that are not in a bin 0; others are left as they are. */
  static void unpack(byte[] packed, Grids grids, float[] values, Progress progress) {
    int bits = grids.bits();
    int most = Grid.steps(bits);
    WorkPool.forEach(
        Math.ceilDiv(values.length, PIECE),
        piece -> {
          progress.check();
          var channels = new Walk(grids, piece * PIECE);
          int end = Math.min(values.length, (piece + 1) * PIECE);
          for (int from = piece * PIECE; from < end; from += 8) {
            int count = Math.min(8, end - from);
            int at = from / 8 * bits;
            long eight = 0;
            for (int b = 0; b < size(count, bits); b++) {
              eight |= (packed[at + b] & 0xffL) << (8 * b);
            }
            for (int i = 0; i < count; i++) {
              var grid = channels.at(from + i);
              int bin = (int) ((eight >>> (i * bits)) & most) + grid.lowest();
              if (bin > grid.highest()) {
                throw new MalformedStreamException(at, "bin " + bin + " does not exist");
              }
              if (bin != 0) {
                values[from + i] = grid.value(bin);
              }
            }
            if (count * bits < Long.SIZE && eight >>> (count * bits) != 0) {
              throw new MalformedStreamException(at, "bits follow the last weight");
            }
          }
        });
  }
}
