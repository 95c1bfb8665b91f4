package org.weighbridge.training;

import org.weighbridge.training.gradient.BatchLoss;

/**
 * The best weights of a stage: those that classify most validation samples correctly, the smaller
 * loss where two classify the same number; of the stage of pruning those at its end, because only
 * they have the density that is wanted.
 *
 * @param epoch when that was, counted from 1 within the stage
 * @param values of the parameters in graph order, masked; only read
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Best(int epoch, BatchLoss validation, float[][] values) {}
