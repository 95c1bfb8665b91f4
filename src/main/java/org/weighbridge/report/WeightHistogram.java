package org.weighbridge.report;

import java.util.List;
import java.util.Optional;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Histogram;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.Numbers;
import org.weighbridge.network.Layer;

/** How the kept weights of a layer are distributed, counts on a logarithmic axis. */
public final class WeightHistogram {
  private static final int BINS = 80;

  private WeightHistogram() {}

  /** The figure, or nothing when no finite weight is left. */
  public static Optional<HistogramFigure> figure(Layer layer) {
    float largest = 0;
    for (float weight : layer.weights().values()) {
      if (Float.isFinite(weight)) {
        largest = Math.max(largest, Math.abs(weight));
      }
    }
    if (largest == 0) {
      return Optional.empty();
    }
    var counter = new Histogram.Counter(-largest, largest, BINS);
    for (float weight : layer.weights().values()) {
      if (weight != 0) {
        counter.add(weight);
      }
    }
    String detail =
        "%s of %s weights kept"
            .formatted(
                Numbers.count(layer.weights().nonZeros()), Numbers.count(layer.weights().size()));
    return Optional.of(
        new HistogramFigure(
            new Caption("Weights of " + layer.name(), detail),
            Axis.linear("weight", ""),
            Axis.log("count", ""),
            List.of(counter.histogram("kept")),
            List.of()));
  }
}
