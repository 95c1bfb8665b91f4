package org.weighbridge.inference;

import java.util.Map;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/** One way of computing predictions with other weights. */
interface Path extends AutoCloseable {
  /**
   * The predicted class of every sample.
   *
   * @param replaced weights of layers that this path can change; the others stay as they are
   */
  int[] predict(Map<LayerId, Tensor> replaced, Run run);

  @Override
  void close();
}
