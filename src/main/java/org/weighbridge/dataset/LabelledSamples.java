package org.weighbridge.dataset;

import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

/** A data set as a network is trained on it: preprocessed, with labels. Thread-safe. */
public final class LabelledSamples {
  private final Dataset data;
  private final Preprocessor samples;
  private final int[] labels;

  /**
   * Prepares nothing yet: samples are preprocessed as they are read.
   *
   * @throws Fault when the data has no labels
   */
  public LabelledSamples(Dataset data, Preprocessing preprocessing) {
    this.data = data;
    samples = new Preprocessor(data, preprocessing);
    labels =
        data.labels()
            .orElseThrow(
                () -> new Fault(data.name() + " has no labels: training needs them, give others."));
  }

  /** For people, such as {@code mnist, training}. */
  public String name() {
    return data.name();
  }

  public int size() {
    return labels.length;
  }

  /** The shape of one sample as the data set has it. */
  public Shape shape() {
    return data.sampleShape();
  }

  /** One more than the largest label. */
  public int classes() {
    int classes = 0;
    for (int label : labels) {
      classes = Math.max(classes, label + 1);
    }
    return classes;
  }

  public int label(int sample) {
    return labels[sample];
  }

  /** Copies the preprocessed values of a sample into {@code target} from {@code offset} on. */
  public void read(int sample, float[] target, int offset) {
    samples.fill(sample, 1, target, offset);
  }
}
