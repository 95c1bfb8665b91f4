package org.weighbridge.gui.workbench;

import java.util.Arrays;
import org.weighbridge.figure.Histogram;
import org.weighbridge.job.Progress;
import org.weighbridge.job.WorkPool;
import org.weighbridge.network.Layer;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Block;
import org.weighbridge.tensor.Tensor;

/**
 * A layer and what is counted in it, off the window's thread because layers can be large.
 *
 * @param index position among the layers; also its colour everywhere
 * @param kept the number of weights that are not zero
 * @param histogram of the kept finite weights, symmetric around zero
 */
public record LayerFacts(Layer layer, int index, long kept, Histogram histogram) {
  private static final int BINS = 60;

  /** Some milliseconds of counting: large layers are counted by all processors. */
  private static final int STRIPE = 1 << 20;

  /** Reads every weight twice; the weights are shared out to the pool. */
  static LayerFacts of(Layer layer, int index, Progress progress) {
    Tensor weights = layer.weights();
    int stripes = Math.ceilDiv(weights.size(), STRIPE);
    var largest = new float[stripes];
    WorkPool.forEach(
        stripes,
        s -> {
          progress.check();
          largest[s] = largest(stripe(weights, s));
        });
    float most = 0;
    for (float one : largest) {
      most = Math.max(most, one);
    }
    double reach = most == 0 ? 1 : most;
    var counters = new Histogram.Counter[stripes];
    var kept = new long[stripes];
    WorkPool.forEach(
        stripes,
        s -> {
          progress.check();
          counters[s] = new Histogram.Counter(-reach, reach, BINS);
          kept[s] = count(stripe(weights, s), counters[s]);
        });
    var counter = new Histogram.Counter(-reach, reach, BINS);
    for (var one : counters) {
      counter.add(one);
    }
    return new LayerFacts(layer, index, Arrays.stream(kept).sum(), counter.histogram(layer.name()));
  }

  private static Block stripe(Tensor weights, int stripe) {
    int from = stripe * STRIPE;
    return weights.block(from, Math.min(STRIPE, weights.size() - from));
  }

  private static float largest(Block block) {
    float[] weights = block.values();
    float largest = 0;
    for (int i = block.begin(); i < block.end(); i++) {
      if (Float.isFinite(weights[i])) {
        largest = Math.max(largest, Math.abs(weights[i]));
      }
    }
    return largest;
  }

  private static long count(Block block, Histogram.Counter counter) {
    float[] weights = block.values();
    long kept = 0;
    for (int i = block.begin(); i < block.end(); i++) {
      if (weights[i] != 0) {
        counter.add(weights[i]);
        kept++;
      }
    }
    return kept;
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
