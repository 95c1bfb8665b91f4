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

/** The chart of sizes as a figure: more than a report has, for here searches are seen at work. */
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
            "Whole files. Lines: predicted on the validation split. "
                + (trials(all) ? "Crosses: trials of searches there. Other marks" : "Marks")
                + ": measured on the test split, bars: 95 % intervals."),
        Axis.log(across, ""),
        Axis.linear("top-1 loss", "pp"),
        series,
        List.of(ReferenceLine.horizontal(budget, "budget")));
  }

  private static boolean trials(List<DotSeries> all) {
    return all.stream().anyMatch(series -> trial(series) && !series.dots().isEmpty());
  }

  private static boolean trial(DotSeries series) {
    return series.key().endsWith("trials");
  }

  private static Style style(DotSeries series) {
    var look = Style.of(series.colour());
    return switch (series.style()) {
      case HOLLOW -> new Style(look.color(), Marker.NONE, look.dash());
      case SOLID -> new Style(look.color(), look.marker(), Dash.NONE);
      case FAINT ->
          new Style(look.color(), trial(series) ? Marker.CROSS : look.marker(), Dash.NONE);
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
