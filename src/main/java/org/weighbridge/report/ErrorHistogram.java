package org.weighbridge.report;

import java.util.List;
import org.weighbridge.experiment.LayerReport;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Histogram;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.tensor.Tensor;

/** How the errors of the kept weights of a layer are distributed between the bounds. */
public final class ErrorHistogram {
  private static final int BINS = 60;

  /** The axis reaches over the bounds by this much: what lies outside would be seen. */
  private static final double SHOWN = 1.2;

  private ErrorHistogram() {}

  /**
   * The figure.
   *
   * @param original the weights that were encoded
   * @param decoded what the decoder made of them
   */
  public static HistogramFigure figure(LayerReport report, Tensor original, Tensor decoded) {
    double bound = report.bound();
    var counter = new Histogram.Counter(-bound, bound, BINS);
    float[] before = original.values();
    float[] after = decoded.values();
    for (int i = 0; i < before.length; i++) {
      float weight = before[i];
      if (weight != 0 && Float.isFinite(weight)) {
        counter.add((double) after[i] - weight);
      }
    }
    Histogram errors = counter.histogram("errors");
    String detail =
        "%s kept weights, ε = %s, largest error %s ε, %s outside"
            .formatted(
                Numbers.count(errors.total() + errors.outside()),
                Numbers.bound(bound),
                Numbers.fixed(report.maxError() / bound, 3),
                Numbers.count(errors.outside()));
    return new HistogramFigure(
        new Caption("Reconstruction error of " + report.layer().name(), detail),
        Axis.linear("decoded − original", "").range(-SHOWN * bound, SHOWN * bound),
        Axis.linear("count", ""),
        List.of(errors),
        List.of(ReferenceLine.vertical(-bound, "−ε"), ReferenceLine.vertical(bound, "+ε")));
  }
}
