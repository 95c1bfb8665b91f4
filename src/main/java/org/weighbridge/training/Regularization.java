package org.weighbridge.training;

/**
 * What pulls weights towards zero besides the data; biases and normalizations are left alone.
 *
 * @param l1 pull of the same strength on every weight, which stops at zero: {@code |w|} shrinks by
 *     {@code rate × l1} a step (Langford et al., Sparse Online Learning via Truncated Gradient,
 *     2009)
 * @param l2 weight decay: {@code l2 × w} is added to the gradient
 */
public record Regularization(double l1, double l2) {
  public static final Regularization NONE = new Regularization(0, 0);

  public Regularization {
    if (!(l1 >= 0 && l1 < Double.POSITIVE_INFINITY && l2 >= 0 && l2 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("regularization by l1 = " + l1 + ", l2 = " + l2);
    }
  }
}
