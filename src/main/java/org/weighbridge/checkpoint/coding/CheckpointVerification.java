package org.weighbridge.checkpoint.coding;

import java.util.List;

/**
 * An encoded checkpoint held to its promise.
 *
 * @param tensors the coded ones, in order
 * @param carriedBytes of everything else
 * @param differingBytes of those, how many lie in pieces that are not byte-identical
 * @param sameSource whether every byte of the original is as it was when it was encoded
 */
public record CheckpointVerification(
    List<CheckedTensor> tensors, long carriedBytes, long differingBytes, boolean sameSource) {
  /**
   * A coded tensor.
   *
   * @param bound the largest bound of its blocks
   * @param maxError the largest error found
   * @param violations values that break the promise
   */
  public record CheckedTensor(String name, double bound, double maxError, long violations) {}

  public CheckpointVerification {
    tensors = List.copyOf(tensors);
  }

  /** Values that break their promise. */
  public long violations() {
    return tensors.stream().mapToLong(CheckedTensor::violations).sum();
  }

  /** Whether every promise is kept. */
  public boolean ok() {
    return violations() == 0 && differingBytes == 0;
  }
}
