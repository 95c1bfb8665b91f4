package org.weighbridge.inference;

import java.util.Map;
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

  /** The number of samples. */
  int samples();

  @Override
  void close();
}
