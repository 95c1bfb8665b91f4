package org.weighbridge.training;

import java.util.List;

/**
 * Removes neurons that pruning has cut off: one without inputs is a constant, which the next
 * layer's biases take over; one that nobody listens to goes with its inputs. What the network
 * computes stays the same up to rounding.
 */
final class DeadNeurons {
  private DeadNeurons() {}

  static void remove(List<FullyConnected> layers) {
    for (int l = 0; l + 1 < layers.size(); l++) {
      for (int n = 0; n < layers.get(l).outputs(); n++) {
        if (layers.get(l).ignoresInputs(n)) {
          layers.get(l + 1).removeInput(n, Math.max(0f, layers.get(l).bias(n)));
          layers.get(l).removeOutput(n);
        }
      }
    }
    for (int l = layers.size() - 2; l >= 0; l--) {
      for (int n = 0; n < layers.get(l).outputs(); n++) {
        if (layers.get(l + 1).ignores(n)) {
          layers.get(l).removeOutput(n);
        }
      }
    }
  }
}
