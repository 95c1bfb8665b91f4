package org.weighbridge.report;

import org.weighbridge.experiment.Trial;

/**
 * One encoding as a point between size and accuracy.
 *
 * @param series what it belongs to in the figure, such as {@code tried, validation}
 * @param ratio of the whole file
 * @param lossPoints measured loss in percentage points
 */
public record TradeOff(String series, double ratio, double lossPoints) {
  /**
   * A trial, by the size predicted of it.
   *
   * @param originalBytes of the network
   */
  public static TradeOff of(String series, Trial trial, long originalBytes) {
    return new TradeOff(
        series, (double) originalBytes / trial.choice().predictedBytes(), trial.lossPoints());
  }
}
