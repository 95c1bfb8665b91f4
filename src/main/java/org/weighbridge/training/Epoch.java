package org.weighbridge.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighbridge.network.LayerId;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * What one pass over the training samples brought.
 *
 * @param number counted from 1 within its stage
 * @param training loss and accuracy of the batches, each before its step
 * @param validation of the weights at the end
 * @param densities the fraction of weights that are not zero at the end, by layer in graph order
 * @param rate the learning rate of the last step
 * @param seconds it took, the validation included
 */
public record Epoch(
    Stage stage,
    int number,
    BatchLoss training,
    BatchLoss validation,
    Map<LayerId, Double> densities,
    double density,
    double rate,
    double seconds) {
  public Epoch {
    densities = Collections.unmodifiableMap(new LinkedHashMap<>(densities));
  }
}
