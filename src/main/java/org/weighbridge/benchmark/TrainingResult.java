package org.weighbridge.benchmark;

import java.util.Arrays;

/**
 * What training costs, in nanoseconds.
 *
 * @param samples of the data set
 * @param batch samples per step
 * @param steps nanoseconds of each timed step
 * @param evaluation nanoseconds of evaluating all samples
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record TrainingResult(int samples, int batch, long[] steps, long evaluation) {
  /** Of all steps of an epoch at their mean. */
  public double epochNanos() {
    return Arrays.stream(steps).average().orElseThrow() * samples / batch;
  }

  /** Of all steps of an epoch at the median, which a busy machine moves less. */
  public double medianEpochNanos() {
    return (double) EvaluationResult.median(steps) * samples / batch;
  }
}
