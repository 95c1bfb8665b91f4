package org.weighbridge.codec.lossless;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.weighbridge.codec.Effort;
import org.weighbridge.job.Progress;

/**
 * Zstandard (RFC 8878): one frame without its magic number, its content size and a checksum,
 * because what surrounds it has all three.
 */
public record Zstd() implements Lossless {
  /** Small enough that level 19 looks at the progress several times a second. */
  private static final int PIECE = 1 << 17;

  @Override
  public String name() {
    return "zstd";
  }

  @Override
  public byte[] compress(byte[] raw, Effort effort, Progress progress) {
    try (var context = new ZstdCompressCtx()) {
      context.setLevel(effort == Effort.FAST ? 3 : 19);
      context.setMagicless(true);
      context.setChecksum(false);
      context.setContentSize(false);
      context.setPledgedSrcSize(raw.length);
      var packed = new ByteArrayOutputStream();
      var source = ByteBuffer.allocateDirect(Math.min(PIECE, raw.length));
      long most = com.github.luben.zstd.Zstd.compressBound(raw.length);
      var target = ByteBuffer.allocateDirect((int) Math.min(PIECE, most));
      int at = 0;
      boolean last;
      do {
        progress.check();
        int more = Math.min(source.capacity(), raw.length - at);
        source.clear().put(raw, at, more).flip();
        at += more;
        last = at == raw.length;
        var directive = last ? EndDirective.END : EndDirective.CONTINUE;
        boolean flushed;
        do {
          flushed = context.compressDirectByteBufferStream(target.clear(), source, directive);
          packed.write(copy(target.flip()), 0, target.limit());
        } while (source.hasRemaining() || (last && !flushed));
      } while (!last);
      return packed.toByteArray();
    }
  }

  private static byte[] copy(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  @Override
  public byte[] decompress(byte[] packed, int rawSize) {
    try (var in = new ZstdInput(new ByteArrayInputStream(packed), packed.length, rawSize)) {
      return GrowingBytes.read(in, rawSize, packed.length);
    } catch (IOException e) {
      throw new AssertionError("memory can always be read", e);
    }
  }
}
