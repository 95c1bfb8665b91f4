package org.weighbridge.codec.lossless;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.weighbridge.job.Progress;

/** Packs what is written into one frame such as {@link Zstd} reads, and hands it on at once. */
final class ZstdOutput extends OutputStream {
  private static final int PIECE = 1 << 17;

  /** Fast: what comes this way is gigabytes. */
  private static final int LEVEL = 3;

  private final OutputStream target;
  private final Progress progress;
  private final ZstdCompressCtx context = new ZstdCompressCtx();
  private final ByteBuffer source = ByteBuffer.allocateDirect(PIECE);
  private final ByteBuffer packed = ByteBuffer.allocateDirect(PIECE);

  /**
   * An empty frame.
   *
   * @param size how many bytes will be written
   * @param target not closed with this
   */
  ZstdOutput(long size, OutputStream target, Progress progress) {
    this.target = target;
    this.progress = progress;
    context.setLevel(LEVEL);
    context.setMagicless(true);
    context.setChecksum(false);
    context.setContentSize(false);
    context.setPledgedSrcSize(size);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    for (int at = from; at < from + count; ) {
      if (!source.hasRemaining()) {
        pack(EndDirective.CONTINUE);
      }
      int more = Math.min(source.remaining(), from + count - at);
      source.put(bytes, at, more);
      at += more;
    }
  }

  private void pack(EndDirective directive) throws IOException {
    progress.check();
    source.flip();
    boolean flushed;
    do {
      flushed = context.compressDirectByteBufferStream(packed.clear(), source, directive);
      var some = new byte[packed.flip().remaining()];
      packed.get(some);
      target.write(some);
    } while (source.hasRemaining() || (directive == EndDirective.END && !flushed));
    source.clear();
  }

  @Override
  public void close() throws IOException {
    try (context) {
      pack(EndDirective.END);
    }
  }
}
