package org.weighbridge.training.codebook;

import java.util.List;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * Centroids after tuning.
 *
 * @param layers the layers with the best centroids
 * @param before what the held-out samples made of the centroids at the start
 * @param after what they make of {@code layers}
 */
public record TunedCentroids(List<SharedWeights> layers, BatchLoss before, BatchLoss after) {
  public TunedCentroids {
    layers = List.copyOf(layers);
  }
}
