package org.weighbridge.training.weightless;

import org.weighbridge.network.LayerId;
import org.weighbridge.training.gradient.BatchLoss;

/**
 * One layer coded and what the rest of the network made of it.
 *
 * @param layer which; those before it were coded already
 * @param coded the validation samples right after it was coded
 * @param retrained the same after retraining; {@code coded} itself where retraining made it worse
 */
public record Absorbed(LayerId layer, BatchLoss coded, BatchLoss retrained) {}
