package org.weighbridge.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.weighbridge.experiment.MeasuredConfiguration;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Palette;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Series.Point;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;

/**
 * The loss predicted by adding up single layers' losses (DeepSZ, HPDC 2019, section 3.4) against
 * the loss measured with all layers reconstructed together, one point per trial. Points above the
 * diagonal lost more than was predicted.
 */
public final class PredictedAgainstMeasured {
  /** Room around the points, in percentage points where all of them are the same. */
  private static final double ROOM = 0.05;

  private PredictedAgainstMeasured() {}

  /**
   * The figure, one series per split.
   *
   * @param trials those without a prediction are left out; a {@code Trial} becomes one by {@code
   *     measuredOn}
   */
  public static XyFigure figure(List<MeasuredConfiguration> trials) {
    return figure(
        trials,
        "Predicted: sum over single layers; measured: all layers together, with 95 % interval.");
  }

  /**
   * The figure, one series per split.
   *
   * @param trials those without a prediction are left out
   * @param detail of the caption
   */
  public static XyFigure figure(List<MeasuredConfiguration> trials, String detail) {
    var groups = new LinkedHashMap<String, List<Point>>();
    double low = 0;
    double high = ROOM;
    for (MeasuredConfiguration trial : trials) {
      if (trial.predictedLossPoints().isPresent()) {
        double predicted = trial.predictedLossPoints().getAsDouble();
        double measured = trial.loss().points();
        double margin = trial.loss().margin();
        String split = trial.split().name().toLowerCase(Locale.ROOT);
        groups
            .computeIfAbsent("measured on " + split, name -> new ArrayList<>())
            .add(new Point(predicted, measured, measured - margin, measured + margin));
        low = Math.min(low, Math.min(predicted, measured - margin));
        high = Math.max(high, Math.max(predicted, measured + margin));
      }
    }
    double room = ROOM * (high - low);
    low -= room;
    high += room;
    var series = new ArrayList<Series>();
    series.add(
        new Series(
            "measured as predicted",
            new Style(Palette.GRAY, Style.Marker.NONE, Style.Dash.DASHED),
            List.of(Point.of(low, low), Point.of(high, high))));
    groups.forEach((name, points) -> series.add(new Series(name, style(series.size()), points)));
    return new XyFigure(
        new Caption("Predicted and measured loss", detail),
        Axis.linear("predicted top-1 loss", "pp").range(low, high),
        Axis.linear("measured top-1 loss", "pp").range(low, high),
        series,
        List.of());
  }

  private static Style style(int index) {
    Style style = Style.of(index - 1);
    return new Style(style.color(), style.marker(), Style.Dash.NONE);
  }
}
