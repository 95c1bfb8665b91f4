package org.weighbridge.benchmark;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import org.weighbridge.job.Progress;

/**
 * What zstd at level 3 makes of the dense floats, on one thread: known everywhere, so that
 * throughput can be compared between machines.
 */
public record Yardstick(long bytes, Timing timing) {
  public static final String NAME = "zstd-3";
  private static final int LEVEL = 3;

  /** Measures it, outside the heap: three buffers as large as the weights, or a little more. */
  static Yardstick measure(float[] weights, Timing.Runs runs, Progress progress) {
    try (var arena = Arena.ofConfined();
        var packer = new ZstdCompressCtx();
        var unpacker = new ZstdDecompressCtx()) {
      packer.setLevel(LEVEL);
      int size = Math.multiplyExact(weights.length, Float.BYTES);
      var raw = buffer(arena, size);
      MemorySegment.copy(
          weights, 0, MemorySegment.ofBuffer(raw), ValueLayout.JAVA_FLOAT, 0, weights.length);
      var packed = buffer(arena, Zstd.compressBound(size));
      var unpacked = buffer(arena, size);
      var trip =
          new Timing.RoundTrip<Integer, Integer>() {
            private int packedSize;

            @Override
            public Integer encode() {
              progress.check();
              packedSize =
                  packer.compressDirectByteBuffer(packed, 0, packed.capacity(), raw, 0, size);
              return packedSize;
            }

            @Override
            public Integer decode(Integer encoded) {
              return unpacker.decompressDirectByteBuffer(unpacked, 0, size, packed, 0, encoded);
            }

            @Override
            public void check(Integer encoded, Integer decoded) {
              if (!raw.equals(unpacked)) {
                throw new IllegalStateException("zstd did not bring back what it was given");
              }
            }
          };
      var timing = Timing.best(runs, trip);
      return new Yardstick(trip.packedSize, timing);
    }
  }

  private static ByteBuffer buffer(Arena arena, long size) {
    return arena.allocate(size, Float.BYTES).asByteBuffer();
  }

  public Yardstick plus(Yardstick other) {
    return new Yardstick(bytes + other.bytes, timing.plus(other.timing));
  }
}
