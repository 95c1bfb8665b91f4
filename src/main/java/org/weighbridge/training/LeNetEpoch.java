package org.weighbridge.training;

/**
 * What one pass over the training data brought.
 *
 * @param number counted from 1 over all phases
 * @param loss the mean cross-entropy of its samples in nats, while it went on
 * @param density the fraction of weights kept at its end
 * @param validation the fraction of validation samples classified correctly at its end
 */
public record LeNetEpoch(int number, Phase phase, double loss, double density, double validation) {}
