package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One encoding as a point between size and accuracy.
 *
 * @param series what it belongs to in the figure, such as {@code tried, validation}
 * @param ratio of the whole file
 * @param lossPoints measured loss in percentage points
 */
public record TradeOff(String series, double ratio, double lossPoints) {
  /**
   * What was tried, each by the size that was predicted of it, and what was encoded in the end.
   * They were measured on different samples and are different series.
   */
  static List<TradeOff> of(ReportInput input) {
    double original = input.network().originalBytes();
    var all = new ArrayList<TradeOff>();
    for (var trial : input.trials()) {
      String series = "tried, " + trial.split().name().toLowerCase(Locale.ROOT);
      all.add(new TradeOff(series, original / trial.bytes(), trial.loss().points()));
    }
    if (!all.isEmpty() && input.encoded().isPresent() && input.accuracy().isPresent()) {
      String series = "encoded, " + input.dataset().orElse("as reported");
      double ratio = input.encoded().get().ratio();
      all.add(new TradeOff(series, ratio, input.accuracy().get().lossPoints()));
    }
    return all;
  }
}
