package org.weighbridge.dataset;

import java.security.MessageDigest;
import org.weighbridge.tensor.Shape;

/**
 * Samples of unsigned bytes: a quarter of the memory of floats.
 *
 * @param values all samples, one after the other; never changed
 * @param start where the first sample begins
 * @param stride bytes from one sample to the next
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record ByteSamples(Shape shape, int count, byte[] values, int start, int stride)
    implements Samples {
  ByteSamples(Shape shape, int count, byte[] values) {
    this(shape, count, values, 0, shape.size());
  }

  @Override
  public void read(int sample, float[] target, int offset) {
    int from = start + sample * stride;
    int size = shape.size();
    for (int i = 0; i < size; i++) {
      target[offset + i] = values[from + i] & 0xff;
    }
  }

  @Override
  public void digest(MessageDigest digest, int from, int count) {
    for (int sample = from; sample < from + count; sample++) {
      digest.update(values, start + sample * stride, shape.size());
    }
  }
}
