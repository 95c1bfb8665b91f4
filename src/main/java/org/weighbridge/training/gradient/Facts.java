package org.weighbridge.training.gradient;

import java.util.HashMap;
import java.util.Map;
import org.weighbridge.fault.Fault;

/**
 * What one run of a graph on one shard showed of its tensors.
 *
 * @param shapes their dimensions
 * @param integers the values of short lists of integers: axes, pads, sizes
 */
record Facts(Map<String, long[]> shapes, Map<String, long[]> integers) {
  Facts {
    shapes = new HashMap<>(shapes);
    integers = Map.copyOf(integers);
  }

  long[] shape(String tensor) {
    long[] shape = shapes.get(tensor);
    if (shape == null) {
      throw new Fault("The graph never computes the tensor " + tensor + "; export it again.");
    }
    return shape;
  }

  /** The values of an integer input of a node. */
  long[] integers(String tensor) {
    long[] values = integers.get(tensor);
    if (values == null) {
      throw new Fault(
          "The tensor " + tensor + " is no short list of integers; export the network again.");
    }
    return values;
  }

  /** Adds a tensor of the same dimensions as another. */
  void alike(String tensor, String other) {
    shapes.put(tensor, shape(other));
  }
}
