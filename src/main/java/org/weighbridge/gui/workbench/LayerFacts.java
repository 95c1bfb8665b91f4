package org.weighbridge.gui.workbench;

import org.weighbridge.figure.Histogram;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;

/**
 * A layer and what is counted in it, off the window's thread because layers can be large.
 *
 * @param index position among the layers; also its colour everywhere
 * @param kept the number of weights that are not zero
 * @param histogram of the kept finite weights, symmetric around zero
 */
public record LayerFacts(Layer layer, int index, long kept, Histogram histogram) {
  private static final int BINS = 60;

  static LayerFacts of(Layer layer, int index) {
    float largest = 0;
    for (float weight : layer.weights().values()) {
      if (Float.isFinite(weight)) {
        largest = Math.max(largest, Math.abs(weight));
      }
    }
    double reach = largest == 0 ? 1 : largest;
    var counter = new Histogram.Counter(-reach, reach, BINS);
    long kept = 0;
    for (float weight : layer.weights().values()) {
      if (weight != 0) {
        counter.add(weight);
        kept++;
      }
    }
    return new LayerFacts(layer, index, kept, counter.histogram(layer.name()));
  }

  public LayerId id() {
    return layer.id();
  }

  public long weights() {
    return layer.weights().size();
  }

  /** Size as float32. */
  public long bytes() {
    return 4 * weights();
  }

  /** The error bounds worth a choice here. */
  public BoundRange boundRange() {
    return BoundRange.reaching(histogram.to());
  }

  /** The fraction of weights that are zero, 0 to 1. */
  public double sparsity() {
    return weights() == 0 ? 0 : 1 - (double) kept / weights();
  }
}
