package org.weighbridge.codec.linear;

import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.IntConsumer;
import org.weighbridge.codec.ByteReader;
import org.weighbridge.codec.ByteWriter;
import org.weighbridge.codec.MalformedStreamException;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;

/**
 * The grid of each channel of a layer; a whole tensor is one channel.
 *
 * @param columns weights of a channel, one after the other
 * @param zeros the zero points; empty where all grids are symmetric
 */
@SuppressWarnings("ArrayRecordComponent") // filled by whoever makes it, then only read
record Grids(int bits, int columns, float[] scales, byte[] zeros) {
  /** Weights that one thread looks at. */
  private static final int PIECE = 1 << 16;

  private boolean affine() {
    return zeros.length > 0;
  }

  int channels() {
    return scales.length;
  }

  Grid of(int channel) {
    return affine()
        ? Grid.affine(bits, scales[channel], zeros[channel] & 0xff)
        : Grid.symmetric(bits, scales[channel]);
  }

  /** Finds the grids of finite weights. */
  static Grids of(float[] weights, int bits, int channels, boolean affine, Progress progress) {
    int columns = channels == 0 ? 0 : weights.length / channels;
    var grids = empty(bits, columns, channels, affine);
    if (channels == 1) {
      var ranges = new Range[Math.ceilDiv(weights.length, PIECE)];
      WorkPool.forEach(
          ranges.length,
          i -> {
            progress.check();
            int from = i * PIECE;
            ranges[i] = Range.of(weights, from, Math.min(weights.length, from + PIECE));
          });
      var all = new Range(0, 0);
      for (var range : ranges) {
        all = all.and(range);
      }
      grids.set(0, all);
    } else {
      grids.forEachChannel(
          progress,
          channel -> {
            int from = channel * columns;
            grids.set(channel, Range.of(weights, from, from + columns));
          });
    }
    return grids;
  }

  private static Grids empty(int bits, int columns, int channels, boolean affine) {
    return new Grids(bits, columns, new float[channels], new byte[affine ? channels : 0]);
  }

  /** Threads share the channels, some at a time. */
  private void forEachChannel(Progress progress, IntConsumer task) {
    int group = Math.max(1, PIECE / Math.max(1, columns));
    WorkPool.forEach(
        Math.ceilDiv(channels(), group),
        i -> {
          progress.check();
          int to = (int) Math.min(channels(), (i + 1L) * group);
          for (int channel = i * group; channel < to; channel++) {
            task.accept(channel);
          }
        });
  }

  private void set(int channel, Range range) {
    var grid =
        affine()
            ? Grid.affineOver(bits, range.least, range.most)
            : Grid.symmetricOver(bits, range.least, range.most);
    scales[channel] = grid.scale();
    if (affine()) {
      zeros[channel] = (byte) -grid.lowest();
    }
  }

  /** The least and the largest weight, and zero. */
  private record Range(float least, float most) {
    static Range of(float[] weights, int from, int to) {
      float least = 0;
      float most = 0;
      for (int i = from; i < to; i++) {
        least = Math.min(least, weights[i]);
        most = Math.max(most, weights[i]);
      }
      return new Range(least, most);
    }

    Range and(Range other) {
      return new Range(Math.min(least, other.least), Math.max(most, other.most));
    }
  }

  /**
   * Finds the bins of the nearest values.
   *
   * @return the largest |weight - value|
   */
  double quantize(float[] weights, int[] bins, Progress progress) {
    var largest = new DoubleAccumulator(Math::max, 0);
    WorkPool.forEach(
        Math.ceilDiv(weights.length, PIECE),
        piece -> {
          progress.check();
          int end = Math.min(weights.length, (piece + 1) * PIECE);
          for (int from = piece * PIECE; from < end; ) {
            int channel = from / columns;
            int to = (int) Math.min(end, (channel + 1L) * columns);
            largest.accumulate(of(channel).quantize(weights, from, to, bins));
            from = to;
          }
        });
    return largest.get();
  }

  /** The scales (f32 each), then the zero points (u8 each). */
  byte[] toBytes() {
    var out = new ByteWriter();
    for (float scale : scales) {
      out.u32(Float.floatToRawIntBits(scale));
    }
    return out.bytes(zeros).toBytes();
  }

  static int bytes(int channels, boolean affine) {
    return channels * (affine ? Float.BYTES + 1 : Float.BYTES);
  }

  static Grids read(byte[] bytes, int bits, int columns, int channels, boolean affine) {
    var in = new ByteReader(bytes);
    var grids = empty(bits, columns, channels, affine);
    for (int i = 0; i < channels; i++) {
      grids.scales[i] = Float.intBitsToFloat(in.u32());
      if (!(grids.scales[i] >= 0) || Float.isInfinite(grids.scales[i])) {
        throw new MalformedStreamException(in.offset(), "a scale is " + grids.scales[i]);
      }
    }
    for (int i = 0; i < grids.zeros.length; i++) {
      int zero = in.u8();
      if (zero > Grid.steps(bits)) {
        throw new MalformedStreamException(in.offset(), "a zero point is " + zero);
      }
      grids.zeros[i] = (byte) zero;
    }
    in.end();
    return grids;
  }
}
