package org.weighbridge.gui.workbench;

import org.weighbridge.experiment.Configuration;
import org.weighbridge.network.LayerId;
import org.weighbridge.tensor.Tensor;

/**
 * A layer's weights before coding and as they are decoded.
 *
 * @param configuration under which they were coded
 * @param original as pruning and retraining left them
 * @param decoded of the same shape; {@code original} itself where the layer has no bound
 * @param bound absolute error bound; 0 where the layer is carried along losslessly
 */
public record Reconstruction(
    LayerId layer, Configuration configuration, Tensor original, Tensor decoded, double bound) {}
