package org.weighbridge.training.codebook;

import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/**
 * The weights of a layer as numbers of centroids.
 *
 * @param layer whose weights they are
 * @param shape of the weights
 * @param centroids the shared values
 * @param members per weight, row-major, the number of its centroid; {@link #PRUNED} for 0.0
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written to
public record SharedWeights(LayerId layer, Shape shape, float[] centroids, int[] members) {
  /** The member number of a weight that is zero and stays so. */
  public static final int PRUNED = -1;

  public SharedWeights {
    if (members.length != shape.size()) {
      throw new IllegalArgumentException(members.length + " members for shape " + shape);
    }
    for (int member : members) {
      if (member < PRUNED || member >= centroids.length) {
        throw new IllegalArgumentException(member + " of " + centroids.length + " centroids");
      }
    }
  }

  /** How many weights are not pruned. */
  public int kept() {
    int kept = 0;
    for (int member : members) {
      if (member != PRUNED) {
        kept++;
      }
    }
    return kept;
  }

  /** The same weights with other centroids. */
  public SharedWeights with(float[] moved) {
    return new SharedWeights(layer, shape, moved, members);
  }

  /** The weights that the centroids stand for. */
  public Tensor weights() {
    var values = new float[members.length];
    writeTo(values);
    return new Tensor(shape, values);
  }

  /** Writes the weights that the centroids stand for, row-major. */
  void writeTo(float[] values) {
    for (int i = 0; i < members.length; i++) {
      values[i] = members[i] == PRUNED ? 0f : centroids[members[i]];
    }
  }

  /**
   * The gradient of each centroid: the sum of the gradients of its members (Han et al., Deep
   * Compression, 2016, equation 3).
   */
  float[] gradient(float[] gradients) {
    var sums = new double[centroids.length];
    for (int i = 0; i < members.length; i++) {
      if (members[i] != PRUNED) {
        sums[members[i]] += gradients[i];
      }
    }
    var gradient = new float[sums.length];
    for (int c = 0; c < sums.length; c++) {
      gradient[c] = (float) sums[c];
    }
    return gradient;
  }
}
