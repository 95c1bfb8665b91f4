package org.weighbridge.training.weightless;

import org.weighbridge.job.Progress;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Tensor;

/** What coding makes of a layer; the same weights must give the same bits every time. */
@FunctionalInterface
public interface LayerCoder {
  /** The decoded weights of one of a network's layers. */
  Tensor coded(Network network, LayerId layer, Progress progress);
}
