package org.weighbridge.checkpoint;

/**
 * What the numbers of a tensor are like, counted over all of them.
 *
 * @param kept how many are not zero
 * @param largest the largest magnitude of the finite ones; 0 without any
 * @param notFinite how many are infinite or NaN
 */
public record TensorFacts(long kept, float largest, long notFinite) {
  /** What is known before the first number is seen. */
  public static final TensorFacts NONE = new TensorFacts(0, 0, 0);

  /** The facts of both together. */
  public TensorFacts and(TensorFacts other) {
    return new TensorFacts(
        kept + other.kept, Math.max(largest, other.largest), notFinite + other.notFinite);
  }
}
