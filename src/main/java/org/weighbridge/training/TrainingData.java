package org.weighbridge.training;

import java.util.OptionalInt;
import org.weighbridge.dataset.DataSets;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Split;
import org.weighbridge.fault.Fault;

/**
 * The three splits of a data set: trained on, watched while training, reported on.
 *
 * @param where what {@link DataSets#open} took
 * @param training with labels
 * @param validation with labels
 * @param test with labels
 */
public record TrainingData(String where, Dataset training, Dataset validation, Dataset test) {
  public TrainingData {
    check(training, validation);
    check(training, test);
  }

  /**
   * Opens the splits of a data set.
   *
   * @throws org.weighbridge.fault.Fault when one is missing or they do not fit each other
   */
  public static TrainingData open(String where) {
    return new TrainingData(
        where, open(where, Split.TRAINING), open(where, Split.VALIDATION), open(where, Split.TEST));
  }

  /** The first samples only, for a quick try. */
  public TrainingData limit(int trainingSamples, int otherSamples) {
    return new TrainingData(
        where,
        training.limit(trainingSamples),
        validation.limit(otherSamples),
        test.limit(otherSamples));
  }

  private static void check(Dataset one, Dataset other) {
    if (!one.sampleShape().equals(other.sampleShape())) {
      throw new Fault(
          "The samples of %s are %s, but those of %s are %s; give splits that belong together."
              .formatted(one.name(), one.sampleShape(), other.name(), other.sampleShape()));
    }
  }

  private static Dataset open(String where, Split split) {
    return DataSets.open(where, split, OptionalInt.empty());
  }
}
