package org.weighbridge.checkpoint.synthetic;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.SplittableRandom;

/** Draws weights: Laplace, as those of trained layers about are, some of them zero. */
final class Weights {
  private static final int STEPS = 1 << 16;
  private static final int CHUNK = 1 << 20;
  private static final float[] QUANTILES = quantiles();

  private Weights() {}

  /** The inverse of the standard Laplace distribution at 2^16 even steps, and its upper end. */
  private static float[] quantiles() {
    var quantiles = new float[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double p = (i + 0.5) / (STEPS + 1);
      quantiles[i] = (float) (p < 0.5 ? Math.log(2 * p) : -Math.log(2 * (1 - p)));
    }
    return quantiles;
  }

  /** Writes a tensor's bytes; norms are ones with a little noise. */
  static void write(Plan plan, Plan.Drawn tensor, WritableByteChannel out) throws IOException {
    var random = new SplittableRandom(plan.seed() ^ tensor.name().hashCode() * 0x9E37_79B9_7F4AL);
    boolean norm = tensor.dims().size() == 1;
    float scale = norm ? 0.02f : (float) (1 / Math.sqrt(2.0 * tensor.dims().getLast()));
    int threshold = norm ? STEPS : (int) Math.round(plan.density() * STEPS);
    for (long left = tensor.size(); left > 0; ) {
      var values = new float[(int) Math.min(CHUNK, left)];
      for (int i = 0; i < values.length; i++) {
        long bits = random.nextLong();
        if ((bits >>> 48) < threshold) {
          int step = (int) (bits >>> 32) & 0xFFFF;
          float between = ((int) bits & 0xFFFFFF) * 0x1p-24f;
          float low = QUANTILES[step];
          values[i] = scale * (low + between * (QUANTILES[step + 1] - low)) + (norm ? 1 : 0);
        }
      }
      var bytes = new byte[values.length * plan.type().bytes()];
      plan.type().write(values, MemorySegment.ofArray(bytes), 0);
      for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
        out.write(buffer);
      }
      left -= values.length;
    }
  }
}
