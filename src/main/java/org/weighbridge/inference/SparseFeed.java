package org.weighbridge.inference;

import ai.onnxruntime.OnnxTensor;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weighbridge.inference.sparse.SampleBlocks;
import org.weighbridge.inference.sparse.SparseProduct;
import org.weighbridge.inference.sparse.SparseWeights;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.runtime.Run;

/**
 * The output of one fully connected layer, computed as a sparse product. Batches may be small for
 * the sake of convolutions: as many as a product wants are multiplied at once.
 */
final class SparseFeed implements Feed {
  private static final int ROWS = 1000;
  private static final int FEWEST_ROWS = 256;
  private static final int VALUES = 8 << 20;

  private final SparseLayer layer;
  private final SparseWeights weights;
  private final float[] bias;
  private final Activations.Key key;
  private final Feed activations;
  private final SampleBlockCache cache;
  private final Batching batching;
  private final BitSet doubtful;
  private final int batches; // of a group
  private @Nullable Group current;

  /**
   * Nothing computed yet.
   *
   * @param key the layer's activations
   * @param activations what gives them; not closed with this
   * @param doubtful told the samples for which a sparse product is not the dense one, as their
   *     activations are not finite
   */
  SparseFeed(
      SparseLayer layer,
      SparseWeights weights,
      float[] bias,
      Activations.Key key,
      Feed activations,
      SampleBlockCache cache,
      Batching batching,
      BitSet doubtful) {
    this.layer = layer;
    this.weights = weights;
    this.bias = bias;
    this.key = key;
    this.activations = activations;
    this.cache = cache;
    this.batching = batching;
    this.doubtful = doubtful;
    int rows = Math.clamp(VALUES / Math.max(1, layer.inputs()), FEWEST_ROWS, ROWS);
    batches = Math.max(1, rows / batching.rows());
  }

  /** The products of some batches, until another group is current and all its batches are done. */
  private static final class Group {
    private final int index;
    private final NativeTensor product;
    private int batches;
    private boolean past;

    Group(int index, NativeTensor product) {
      this.index = index;
      this.product = product;
    }

    void leave() {
      past = true;
      closeWhenDone();
    }

    void done(OnnxTensor batch) {
      batch.close();
      batches--;
      closeWhenDone();
    }

    private void closeWhenDone() {
      if (past && batches == 0) {
        product.close();
      }
    }
  }

  @Override
  public Batch batch(int index, Run run) {
    int wanted = index / batches;
    Group group = current;
    if (group == null || group.index != wanted) {
      release();
      group = new Group(wanted, multiply(wanted, run));
      current = group;
    }
    int from = (index - first(wanted)) * batching.rows();
    OnnxTensor product = group.product.rows(from, batching.fed(index));
    group.batches++;
    Group used = group;
    return new Batch(Map.of(layer.product(), product), () -> used.done(product));
  }

  private int first(int group) {
    return group * batches;
  }

  private int end(int group) {
    return Math.min(batching.count(), first(group) + batches);
  }

  private NativeTensor multiply(int group, Run run) {
    SampleBlocks blocks = cache.get(key, group).orElseGet(() -> rearrange(group, run));
    if (!blocks.finite()) {
      int last = end(group) - 1;
      doubtful.set(batching.from(first(group)), batching.from(last) + batching.size(last));
    }
    run.check();
    var product = new NativeTensor(blocks.samples(), layer.outputs());
    SparseProduct.multiply(blocks, weights, bias, product.values());
    return product;
  }

  private SampleBlocks rearrange(int group, Run run) {
    int rows = 0;
    for (int index = first(group); index < end(group); index++) {
      rows += batching.fed(index);
    }
    var blocks = new SampleBlocks(rows, layer.inputs());
    for (int index = first(group); index < end(group); index++) {
      try (Batch batch = activations.batch(index, run)) {
        OnnxTensor tensor = Objects.requireNonNull(batch.tensors().get(layer.activations()));
        int first = (index - first(group)) * batching.rows();
        blocks.fill(first, batching.fed(index), tensor.getFloatBuffer());
      }
    }
    cache.keep(key, group, blocks);
    return blocks;
  }

  private void release() {
    if (current != null) {
      current.leave();
      current = null;
    }
  }

  @Override
  public void close() {
    release();
  }
}
