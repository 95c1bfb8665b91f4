package org.weighbridge.codec.lossless;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.weighbridge.codec.MalformedStreamException;

/**
 * What a frame of {@link Zstd} unpacks to, piece by piece. At its end all that was promised has
 * come out, and nothing of the packed bytes is left.
 */
final class ZstdInput extends InputStream {
  private static final int PIECE = 1 << 17;

  /** Level 19 looks back 8 MB; a frame that asks the decoder for a larger window is refused. */
  private static final int MAX_WINDOW_LOG = 23;

  private final InputStream packed;
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final byte[] slice;
  private final ByteBuffer source;
  private final ByteBuffer raw;
  private long left;
  private boolean finished;

  /**
   * The bytes of a frame.
   *
   * @param packed the frame and nothing behind it
   * @param packedSize how long it is
   * @param rawSize how many bytes it makes
   */
  ZstdInput(InputStream packed, long packedSize, long rawSize) {
    this.packed = packed;
    this.left = rawSize;
    slice = new byte[(int) Math.min(PIECE, packedSize)];
    source = ByteBuffer.allocateDirect(slice.length).limit(0);
    raw = ByteBuffer.allocateDirect((int) Math.min(PIECE, rawSize + 1)).limit(0);
    context.setMagicless(true);
    context.setLongMax(MAX_WINDOW_LOG);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    while (!raw.hasRemaining()) {
      if (finished) {
        return -1;
      }
      unpack();
    }
    int some = Math.min(count, raw.remaining());
    raw.get(bytes, from, some);
    return some;
  }

  private void unpack() throws IOException {
    if (!source.hasRemaining()) {
      int more = packed.readNBytes(slice, 0, slice.length);
      source.clear().put(slice, 0, more).flip();
    }
    int before = source.remaining();
    try {
      finished = context.decompressDirectByteBufferStream(raw.clear(), source);
    } catch (ZstdException e) {
      throw new MalformedStreamException(0, "the zstd data is invalid");
    }
    raw.flip();
    boolean stuck = !finished && !raw.hasRemaining() && source.remaining() == before;
    if (stuck || raw.remaining() > left) {
      throw new MalformedStreamException(0, "the zstd data is cut off or too long");
    }
    left -= raw.remaining();
    if (finished && (left > 0 || source.hasRemaining() || packed.read() >= 0)) {
      throw new MalformedStreamException(0, "the zstd data does not end where it should");
    }
  }

  @Override
  public void close() throws IOException {
    try (context;
        packed) {
      finished = true;
    }
  }
}
