package org.weighbridge.prune;

import org.weighbridge.network.Layer;
import org.weighbridge.tensor.Mask;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

/** The units of a layer that pruning keeps or removes as a whole. */
interface Units {
  /** The units of a layer with their sizes as they are now. */
  static Units of(Layer layer, Structure structure) {
    Tensor weights = layer.weights();
    return switch (structure) {
      case Structure.Weights w -> new SingleWeights(weights);
      case Structure.Neurons neurons -> new Slices(weights, layer.outputAxis(), neurons.norm());
      case Structure.Inputs inputs -> new Slices(weights, InputAxis.of(layer), inputs.norm());
      case Structure.Blocks blocks ->
          new Tiles(weights, blocks.rows(), blocks.columns(), blocks.norm());
    };
  }

  /**
   * How large each one is per weight. Only magnitudes count; NaN is larger than everything. Not to
   * be written to.
   */
  float[] sizes();

  /** The number of weights of a unit, at least 1. */
  int weights(int unit);

  /** As what {@link #sizes} is laid out; a mask of units has it. */
  Shape shape();

  /** The weights of the kept units that are not zero yet. */
  Mask weights(Mask kept);

  default int count() {
    return sizes().length;
  }
}
