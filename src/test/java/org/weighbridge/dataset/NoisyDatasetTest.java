package org.weighbridge.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighbridge.tensor.Shape;

class NoisyDatasetTest {
  @Test
  void noiseHasTheStatedDeviationAndStaysTheSame() {
    var noisy = new NoisyDataset(new Grey(), 0.1);
    double sum = 0;
    double squares = 0;
    for (int sample = 0; sample < 100; sample++) {
      var values = read(noisy, sample);
      assertArrayEquals(values, read(noisy, sample));
      for (int i = 2; i < values.length; i++) {
        sum += values[i] - 128;
        squares += Math.pow(values[i] - 128, 2);
      }
    }
    int count = 100 * 782;
    assertEquals(0, sum / count, 0.4);
    assertEquals(25.5, Math.sqrt(squares / count), 0.3);
    assertFalse(Arrays.equals(read(noisy, 1), read(noisy, 2)));
  }

  @Test
  void valuesStayInTheirRange() {
    for (float value : read(new NoisyDataset(new Grey(), 3), 5)) {
      assertTrue(value >= 0 && value <= 255);
    }
    assertArrayEquals(read(new Grey(), 5), read(new NoisyDataset(new Grey(), 0), 5));
  }

  private static float[] read(Dataset samples, int sample) {
    var values = new float[784];
    samples.read(sample, values, 0);
    return values;
  }

  /** Grey images with one black and one white pixel. */
  private static final class Grey implements Dataset {
    @Override
    public String name() {
      return "grey";
    }

    @Override
    public Split split() {
      return Split.TEST;
    }

    @Override
    public int size() {
      return 100;
    }

    @Override
    public Shape sampleShape() {
      return Shape.of(1, 28, 28);
    }

    @Override
    public void read(int sample, float[] target, int offset) {
      Arrays.fill(target, offset, offset + 784, 128);
      target[offset] = 0;
      target[offset + 1] = 255;
    }

    @Override
    public Optional<int[]> labels() {
      return Optional.empty();
    }

    @Override
    public String hash() {
      return "grey";
    }

    @Override
    public Dataset limit(int limit) {
      return this;
    }
  }
}
