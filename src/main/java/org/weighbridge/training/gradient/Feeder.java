package org.weighbridge.training.gradient;

import java.util.function.IntUnaryOperator;
import org.weighbridge.dataset.LabelledSamples;
import org.weighbridge.fault.Fault;
import org.weighbridge.runtime.NativeTensor;

/** Samples and their labels, as many as a graph takes, where ONNX Runtime reads them. */
final class Feeder implements AutoCloseable {
  private final NativeTensor tensor;
  private final int size;
  private final int classes;
  private final float[] values;
  private final int[] labels;

  /**
   * Room for samples.
   *
   * @param dims of the graph's input; the first is the number of samples
   */
  Feeder(int classes, long... dims) {
    tensor = new NativeTensor(dims);
    this.classes = classes;
    labels = new int[Math.toIntExact(dims[0])];
    values = new float[tensor.values().limit()];
    size = values.length / labels.length;
  }

  NativeTensor tensor() {
    return tensor;
  }

  /** The labels of what was read last. */
  int[] labels() {
    return labels;
  }

  /**
   * Reads samples and repeats them until the room is full.
   *
   * @param number gives the number of a sample for its place, 0 to {@code count - 1}
   */
  void read(LabelledSamples samples, int count, IntUnaryOperator number) {
    if (samples.shape().size() != size) {
      throw new Fault(
          "The network takes %d values a sample, but samples of %s are %s; choose the data set that it was made for."
              .formatted(size, samples.name(), samples.shape()));
    }
    for (int place = 0; place < labels.length; place++) {
      int sample = number.applyAsInt(place % count);
      int label = samples.label(sample);
      if (label < 0 || label >= classes) {
        throw new Fault(
            "Sample %d of %s has the label %d, but the network tells classes 0 to %d apart; choose the data set that it was made for."
                .formatted(sample, samples.name(), label, classes - 1));
      }
      labels[place] = label;
      samples.read(sample, values, place * size);
    }
    tensor.values().put(0, values);
  }

  @Override
  public void close() {
    tensor.close();
  }
}
