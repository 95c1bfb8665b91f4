package org.weighbridge.gui.mask;

import org.jspecify.annotations.Nullable;
import org.weighbridge.tensor.Tensor;

/**
 * What one picture of the mask view is of. Tensors are never written to.
 *
 * @param name of the layer, for people
 * @param caption which of its codings, empty where there is only one
 * @param original before coding; zeros are pruned
 * @param decoded of the same shape; null until it is known
 * @param bound absolute error bound of {@code decoded}; 0 where it is lossless
 * @param asDecoded whether mask and weights are shown as decoded, so that codings can be told apart
 */
public record MaskSource(
    String name,
    String caption,
    Tensor original,
    @Nullable Tensor decoded,
    double bound,
    boolean asDecoded) {
  /** A layer of which nothing is decoded. */
  public static MaskSource of(Tensor weights, String name) {
    return new MaskSource(name, "", weights, null, 0, false);
  }

  /** Whether a mode has what it shows. */
  boolean has(MaskMode mode) {
    return decoded != null || !(mode.ofDecoded() || asDecoded);
  }

  /** Whether the same layer is meant, in whatever state. */
  boolean sameLayer(MaskSource other) {
    return name.equals(other.name) && original.shape().equals(other.original.shape());
  }
}
