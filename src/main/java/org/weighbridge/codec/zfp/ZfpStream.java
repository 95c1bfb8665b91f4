package org.weighbridge.codec.zfp;

import java.util.Arrays;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * ZFP in fixed-accuracy mode over a whole array of finite floats (Lindstrom, "Fixed-Rate Compressed
 * Floating-Point Arrays", IEEE TVCG 2014). The bits are those of the zfp library 1.0.0's stream
 * without a header, which fills them up to 64-bit words; here they end with a byte.
 *
 * @param bits the blocks one after the other, nothing between them
 * @param chunks where chunks of {@link #BLOCKS} blocks begin: the number of bits of each but the
 *     last one, so that several threads can decode. zfp has none of this in its stream
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never written to
record ZfpStream(byte[] bits, long[] chunks) {
  static final ZfpStream EMPTY = new ZfpStream(new byte[0], new long[0]);

  /** Blocks that one thread codes. */
  static final int BLOCKS = 1 << 14;

  /**
   * Encodes an array.
   *
   * @param decoded becomes what a decoder makes of the stream; as long as the values
   */
  static ZfpStream encode(
      float[] values, Grid grid, double tolerance, float[] decoded, Progress progress) {
    var parts = new BitOutput[Math.ceilDiv(grid.blocks(), BLOCKS)];
    WorkPool.forEach(
        parts.length,
        chunk -> {
          progress.check();
          parts[chunk] = encode(values, grid, chunk, tolerance, decoded);
        });
    var all = new BitOutput();
    for (var part : parts) {
      progress.check();
      all.append(part);
    }
    long[] chunks = Arrays.stream(parts).mapToLong(BitOutput::bits).toArray();
    return new ZfpStream(all.toBytes(), Arrays.copyOf(chunks, Math.max(0, chunks.length - 1)));
  }

  private static BitOutput encode(
      float[] values, Grid grid, int chunk, double tolerance, float[] decoded) {
    var coder = new BlockCoder(grid.dimensions(), tolerance);
    var out = new BitOutput();
    float[] block = new float[coder.size()];
    int to = Math.min(grid.blocks(), (chunk + 1) * BLOCKS);
    for (int i = chunk * BLOCKS; i < to; i++) {
      grid.gather(values, i, block);
      coder.write(block, out);
      grid.scatter(block, i, decoded);
    }
    return out;
  }

  /** The chunks (varints), then the blocks. */
  void write(ByteWriter out) {
    for (long chunk : chunks) {
      out.varint(chunk);
    }
    out.bytes(bits);
  }

  /** Reads what {@link #write} wrote for that grid, which has blocks, up to the end. */
  static ZfpStream read(ByteReader in, Grid grid) {
    int count = Math.ceilDiv(grid.blocks(), BLOCKS) - 1;
    if (count > in.remaining()) {
      throw new MalformedStreamException(in.offset(), "the chunks are cut off");
    }
    long[] chunks = new long[count];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = in.varint(Long.MAX_VALUE);
    }
    return new ZfpStream(in.rest(), chunks);
  }

  /**
   * The inverse.
   *
   * @throws MalformedStreamException when the blocks do not end where the stream and its chunks do
   */
  float[] decode(Grid grid, double tolerance, Progress progress) {
    float[] values = new float[grid.size()];
    long[] starts = new long[chunks.length + 2];
    long end = 8L * bits.length;
    for (int i = 0; i < chunks.length; i++) {
      if (chunks[i] > end - starts[i]) {
        throw new MalformedStreamException(bits.length, "a chunk ends behind the stream");
      }
      starts[i + 1] = starts[i] + chunks[i];
    }
    starts[chunks.length + 1] = end;
    byte[] padded = BitInput.padded(bits);
    WorkPool.forEach(
        chunks.length + 1,
        chunk -> {
          progress.check();
          var in = new BitInput(padded, starts[chunk], starts[chunk + 1]);
          decode(in, grid, chunk, tolerance, values);
          if (in.left() > (chunk < chunks.length ? 0 : 7)) {
            throw new MalformedStreamException(
                starts[chunk + 1] >>> 3, in.left() + " bits follow the last block of a chunk");
          }
        });
    return values;
  }

  private static void decode(BitInput in, Grid grid, int chunk, double tolerance, float[] values) {
    var coder = new BlockCoder(grid.dimensions(), tolerance);
    float[] block = new float[coder.size()];
    int to = Math.min(grid.blocks(), (chunk + 1) * BLOCKS);
    for (int i = chunk * BLOCKS; i < to; i++) {
      coder.read(in, block);
      grid.scatter(block, i, values);
    }
  }
}
