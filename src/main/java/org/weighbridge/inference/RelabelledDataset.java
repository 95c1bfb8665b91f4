package org.weighbridge.inference;

import java.util.Arrays;
import java.util.Optional;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Split;
import org.weighbridge.fault.Fault;
import org.weighbridge.tensor.Shape;

/** Samples whose right classes are what a network predicts. */
final class RelabelledDataset implements Dataset {
  private final Dataset samples;
  private final int[] labels;

  /**
   * Gives samples labels.
   *
   * @param labels one per sample
   * @throws Fault when one is -1: the network had no prediction
   */
  RelabelledDataset(Dataset samples, int[] labels) {
    this.samples = samples;
    this.labels = labels;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new Fault(
            "The model to compare with gives sample %d of %s scores that are not numbers, so that nothing can agree with it; choose another model."
                .formatted(i, samples.name()));
      }
    }
  }

  @Override
  public String name() {
    return samples.name();
  }

  @Override
  public Split split() {
    return samples.split();
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public Shape sampleShape() {
    return samples.sampleShape();
  }

  @Override
  public void read(int sample, float[] target, int offset) {
    samples.read(sample, target, offset);
  }

  @Override
  public Optional<int[]> labels() {
    return Optional.of(labels);
  }

  @Override
  public String hash() {
    return samples.hash();
  }

  @Override
  public Dataset limit(int limit) {
    return new RelabelledDataset(samples.limit(limit), Arrays.copyOf(labels, limit));
  }
}
