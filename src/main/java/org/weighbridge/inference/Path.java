package org.weighbridge.inference;

import java.util.Map;
import java.util.Optional;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/** One way of asking the network with other weights. */
interface Path extends AutoCloseable {
  /**
   * Asks about every sample.
   *
   * @param replaced weights of layers that this path can change; the others stay as they are
   * @param right the right classes; without them the predicted ones count as right
   */
  Answers ask(Map<LayerId, Tensor> replaced, Optional<int[]> right, Run run);

  @Override
  void close();
}
