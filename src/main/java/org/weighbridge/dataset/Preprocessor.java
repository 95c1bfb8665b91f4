package org.weighbridge.dataset;

import java.nio.FloatBuffer;
import java.util.List;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.WorkPool;
import org.weighbridge.tensor.Shape;

/**
 * Turns samples of one data set into a network's input.
 *
 * <p>Every value becomes {@code (value × scale - mean[c]) / std[c]}: three float32 operations with
 * the constants rounded to float32 first, so that results do not depend on who computes them.
 * Channels are those of a sample of three dimensions (channels × height × width); other samples are
 * one channel. With {@link Preprocessing.Channels#BGR} a data set's red and blue change places.
 * Stateless and thread-safe.
 */
public final class Preprocessor {
  private static final int SAMPLES_PER_TASK = 64;

  private final Dataset dataset;
  private final int channels;
  private final int pixels;
  private final float scale;
  private final float[] mean;
  private final float[] std;
  private final boolean channelsLast;
  private final boolean swapRedBlue;

  /**
   * Prepares the preprocessing of a data set.
   *
   * @throws Fault when there are means or standard deviations for another number of channels
   */
  public Preprocessor(Dataset dataset, Preprocessing preprocessing) {
    this.dataset = dataset;
    Shape shape = dataset.sampleShape();
    channels = shape.rank() == 3 ? shape.dim(0) : 1;
    pixels = shape.size() / Math.max(1, channels);
    scale = (float) preprocessing.scale();
    mean = perChannel("mean", preprocessing.mean());
    std = perChannel("std", preprocessing.std());
    channelsLast = preprocessing.layout() == Preprocessing.Layout.NHWC && channels > 1;
    swapRedBlue = preprocessing.channels() == Preprocessing.Channels.BGR && channels == 3;
  }

  /** The number of values of one sample, before and after. */
  public int sampleSize() {
    return channels * pixels;
  }

  /**
   * Preprocesses samples {@code from} to {@code from + count - 1} into {@code target}, one after
   * the other from its position on; the position stays where it is. Works on all processors.
   *
   * @param target at least {@code count × sampleSize()} remaining
   */
  public void fill(int from, int count, FloatBuffer target) {
    int start = target.position();
    inTasks(
        from,
        count,
        (first, samples) -> {
          float[] raw = new float[sampleSize()];
          float[] ready = new float[sampleSize()];
          for (int i = first; i < first + samples; i++) {
            fill(from + i, raw, ready, 0);
            target.put(start + i * sampleSize(), ready);
          }
        });
  }

  /** As {@link #fill(int, int, FloatBuffer)}, into an array from {@code offset} on. */
  public void fill(int from, int count, float[] target, int offset) {
    inTasks(
        from,
        count,
        (first, samples) -> {
          float[] raw = new float[sampleSize()];
          for (int i = first; i < first + samples; i++) {
            fill(from + i, raw, target, offset + i * sampleSize());
          }
        });
  }

  /** Does a range of the samples asked for, counted from 0. */
  private interface Task {
    void run(int first, int samples);
  }

  private void inTasks(int from, int count, Task task) {
    if (from < 0 || count < 0 || from > dataset.size() - count) {
      throw new IndexOutOfBoundsException(
          "samples " + from + " + " + count + " of " + dataset.size());
    }
    WorkPool.forEach(
        Math.ceilDiv(count, SAMPLES_PER_TASK),
        t -> {
          int first = t * SAMPLES_PER_TASK;
          task.run(first, Math.min(SAMPLES_PER_TASK, count - first));
        });
  }

  private void fill(int sample, float[] raw, float[] target, int offset) {
    dataset.read(sample, raw, 0);
    for (int c = 0; c < channels; c++) {
      int source = pixels * (swapRedBlue ? 2 - c : c);
      float m = mean[c];
      float s = std[c];
      if (channelsLast) {
        for (int i = 0; i < pixels; i++) {
          target[offset + i * channels + c] = (raw[source + i] * scale - m) / s;
        }
      } else {
        int to = offset + c * pixels;
        for (int i = 0; i < pixels; i++) {
          target[to + i] = (raw[source + i] * scale - m) / s;
        }
      }
    }
  }

  private float[] perChannel(String key, List<Double> values) {
    if (values.size() != 1 && values.size() != channels) {
      throw new Fault(
          "The preprocessing gives %d values of %s, but samples of %s have %d channel%s; give one or %d."
              .formatted(
                  values.size(),
                  key,
                  dataset.name(),
                  channels,
                  channels == 1 ? "" : "s",
                  channels));
    }
    float[] perChannel = new float[channels];
    for (int c = 0; c < channels; c++) {
      perChannel[c] = values.get(values.size() == 1 ? 0 : c).floatValue();
    }
    return perChannel;
  }
}
