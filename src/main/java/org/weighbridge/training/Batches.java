package org.weighbridge.training;

import org.weighbridge.training.gradient.BatchLoss;

/**
 * How an epoch goes on.
 *
 * @param epoch its number within the stage, counted from 1
 * @param step how many steps of it are done
 * @param steps how many it has
 * @param soFar loss and accuracy of its batches up to here
 * @param density the fraction of weights that are kept
 * @param rate the learning rate of the last step
 * @param stepsPerSecond since this epoch went on
 */
public record Batches(
    Stage stage,
    int epoch,
    int step,
    int steps,
    BatchLoss soFar,
    double density,
    double rate,
    double stepsPerSecond) {}
