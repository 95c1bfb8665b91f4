package org.weighbridge.dataset;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.weighbridge.tensor.Shape;

/**
 * Samples of float32 values.
 *
 * @param values all samples, one after the other; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record FloatSamples(Shape shape, int count, float[] values) implements Samples {
  @Override
  public void read(int sample, float[] target, int offset) {
    System.arraycopy(values, sample * shape.size(), target, offset, shape.size());
  }

  @Override
  public void digest(MessageDigest digest, int from, int count) {
    var buffer = ByteBuffer.allocate(4 * shape.size());
    for (int sample = from; sample < from + count; sample++) {
      buffer.asFloatBuffer().put(values, sample * shape.size(), shape.size());
      digest.update(buffer.array());
    }
  }
}
