package org.weighbridge.gui.tradeoff;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Palette;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.Style.Dash;
import org.weighbridge.figure.Style.Marker;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.gui.chart.DotSeries;
import org.weighbridge.gui.chart.DotSeries.Dot;

/** The charts of whole configurations as figures. */
final class TradeOffFigures {
  private TradeOffFigures() {}

  /**
   * Loss against size.
   *
   * @param front the runs that no other run beats, by their size
   * @param across what sizes are told by
   * @param budget in percentage points
   */
  static XyFigure sizes(List<DotSeries> all, List<Dot> front, String across, double budget) {
    var series = new ArrayList<Series>();
    if (front.size() > 1) {
      series.add(
          new Series(
              "front of the runs",
              new Style(Palette.BLACK, Marker.NONE, Dash.SOLID),
              points(front)));
    }
    for (DotSeries one : all) {
      if (!one.dots().isEmpty()) {
        series.add(new Series(one.name(), style(one), points(one.dots())));
      }
    }
    return new XyFigure(
        new Caption(
            "Loss against ratio",
            "Whole files. Lines: predicted on the validation split. Crosses: trials of searches"
                + " there. Other marks: measured on the test split, bars: 95 % intervals."),
        Axis.log(across, ""),
        Axis.linear("top-1 loss", "pp"),
        series,
        List.of(ReferenceLine.horizontal(budget, "budget")));
  }

  /** Measured against predicted losses. */
  static XyFigure additivity(List<DotSeries> all, String detail) {
    var series = new ArrayList<Series>();
    double low = 0;
    double high = 0;
    for (DotSeries one : all) {
      for (Dot dot : one.dots()) {
        low = Math.min(low, Math.min(dot.x(), dot.y()));
        high = Math.max(high, Math.max(dot.x(), dot.y()));
      }
      if (!one.dots().isEmpty()) {
        var look = Style.of(one.colour());
        series.add(
            new Series(
                one.name(), new Style(look.color(), look.marker(), Dash.NONE), points(one.dots())));
      }
    }
    series.add(
        new Series(
            "losses add up",
            new Style(Palette.GRAY, Marker.NONE, Dash.DASHED),
            List.of(Series.Point.of(low, low), Series.Point.of(high, high))));
    return new XyFigure(
        new Caption("Predicted against measured loss", detail),
        Axis.linear("predicted loss", "pp"),
        Axis.linear("measured loss", "pp"),
        series,
        List.of());
  }

  private static Style style(DotSeries series) {
    var look = Style.of(series.colour());
    return switch (series.style()) {
      case HOLLOW -> new Style(look.color(), Marker.NONE, look.dash());
      case SOLID -> new Style(look.color(), look.marker(), Dash.NONE);
      case FAINT ->
          new Style(
              look.color(),
              series.key().endsWith("trials") ? Marker.CROSS : look.marker(),
              Dash.NONE);
    };
  }

  private static List<Series.Point> points(List<Dot> dots) {
    return dots.stream()
        .map(
            dot -> {
              double margin = Double.isNaN(dot.margin()) ? 0 : dot.margin();
              return new Series.Point(dot.x(), dot.y(), dot.y() - margin, dot.y() + margin);
            })
        .toList();
  }
}
