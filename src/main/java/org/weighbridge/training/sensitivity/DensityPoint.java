package org.weighbridge.training.sensitivity;

import org.weighbridge.training.gradient.BatchLoss;

/**
 * What a pruned network was measured at.
 *
 * @param density the fraction of weights that were kept, 0 to 1
 * @param result on the test samples
 */
public record DensityPoint(double density, BatchLoss result) {}
