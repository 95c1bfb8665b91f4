package org.weighbridge.inference;

/**
 * A network measured on a data set.
 *
 * @param accuracy how often it is right
 * @param flips against the baseline, on the same samples
 * @param predictions the predicted class of every sample
 * @param nanos how long the measurement took
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record Evaluation(Accuracy accuracy, Flips flips, int[] predictions, long nanos) {}
