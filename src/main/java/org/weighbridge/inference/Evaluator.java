package org.weighbridge.inference;

import java.util.Map;
import java.util.Optional;
import org.weighbridge.inference.sparse.BreakEven;
import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * Measures one network on one data set, again and again with other weights. Thread-safe; calls are
 * served one after the other.
 */
public interface Evaluator extends AutoCloseable {
  /** The network as it was opened, measured on the same path as every candidate. */
  Evaluation baseline(Progress progress);

  /**
   * The network with some of its tensors replaced.
   *
   * @param replaced weights of layers and small tensors; all others stay as they were opened
   */
  Evaluation evaluate(Map<LayerId, Tensor> replaced, Progress progress);

  /**
   * The same by running the whole network, whatever is known of it: what {@link #evaluate(Map,
   * Progress)} must agree with, and be faster than.
   */
  default Evaluation evaluateWhole(Map<LayerId, Tensor> replaced, Progress progress) {
    return evaluate(replaced, progress);
  }

  /**
   * As {@link #evaluate(Map, Progress)}, but it may end as soon as it is sure on which side of a
   * threshold the loss is. {@link Accuracy#samples} says how many samples the result rests on.
   * Where that is fewer than {@link #samples}, flips and loss are of those samples, drawn at
   * random, and its {@linkplain Evaluation#answers answers} are theirs in the order of drawing.
   *
   * @param stop when it may end; only counted losses are tested, others ask every sample
   */
  default Evaluation evaluate(
      Map<LayerId, Tensor> replaced, SequentialTest stop, Progress progress) {
    return evaluate(replaced, progress);
  }

  /**
   * Up to which density pruned fully connected layers are multiplied as sparse ones; empty as long
   * as nobody needed to know: it is measured when first needed.
   */
  default Optional<BreakEven> breakEven() {
    return Optional.empty();
  }

  /** The number of samples. */
  int samples();

  @Override
  void close();
}
