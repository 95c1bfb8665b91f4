package org.weighbridge.prune;

import org.weighbridge.network.Layer;

/** The axis of a layer's weights that counts its inputs. */
final class InputAxis {
  private InputAxis() {}

  /** The channels of a convolution; of the last two axes of other layers the one left over. */
  static int of(Layer layer) {
    int rank = layer.shape().rank();
    if (!layer.fullyConnected()) {
      return 1;
    }
    return layer.outputAxis() == rank - 1 ? rank - 2 : rank - 1;
  }

  static int size(Layer layer) {
    return layer.shape().dim(of(layer));
  }
}
