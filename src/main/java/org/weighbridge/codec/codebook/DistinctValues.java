package org.weighbridge.codec.codebook;

import java.util.Arrays;
import org.weighbridge.job.Progress;

/** The different values of a layer, as long as they are few. */
final class DistinctValues {
  private static final int CHECKED = 1 << 16;

  private DistinctValues() {}

  /** All of them, ascending; or some {@code most + 1} when there are more than {@code most}. */
  static float[] of(float[] values, int most, Progress progress) {
    var found = new float[most + 1];
    int size = 0;
    for (int i = 0; i < values.length && size <= most; i++) {
      if (i % CHECKED == 0) {
        progress.check();
      }
      float value = values[i] + 0f; // -0.0 is 0.0
      int place = Arrays.binarySearch(found, 0, size, value);
      if (place < 0) {
        int at = -place - 1;
        System.arraycopy(found, at, found, at + 1, size - at);
        found[at] = value;
        size++;
      }
    }
    return Arrays.copyOf(found, size);
  }
}
