package org.weighbridge.experiment.provenance;

import org.weighbridge.dataset.Dataset;

/**
 * Samples of one split.
 *
 * @param name for people, such as {@code mnist, test}
 * @param samples their number
 * @param sha256 of samples and labels, hexadecimal
 */
public record DataSource(String name, int samples, String sha256) {
  /** Hashes the samples. */
  public static DataSource of(Dataset dataset) {
    return new DataSource(dataset.name(), dataset.size(), dataset.hash());
  }
}
