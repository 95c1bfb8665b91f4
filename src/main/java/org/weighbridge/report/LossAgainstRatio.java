package org.weighbridge.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;

/** Measured accuracy loss against compression ratio of whole encodings. */
public final class LossAgainstRatio {
  private LossAgainstRatio() {}

  /**
   * The figure.
   *
   * @param budget the largest allowed loss in percentage points
   */
  public static XyFigure figure(List<TradeOff> tradeOffs, OptionalDouble budget) {
    var groups = new LinkedHashMap<String, List<Series.Point>>();
    for (TradeOff tradeOff : tradeOffs) {
      groups
          .computeIfAbsent(tradeOff.series(), name -> new ArrayList<>())
          .add(Series.Point.of(tradeOff.ratio(), tradeOff.lossPoints()));
    }
    var series = new ArrayList<Series>();
    groups.forEach((name, points) -> series.add(new Series(name, style(series.size()), points)));
    var lines = new ArrayList<ReferenceLine>();
    budget.ifPresent(points -> lines.add(ReferenceLine.horizontal(points, "budget")));
    return new XyFigure(
        new Caption("Loss against ratio", "All layers together, as measured; ratio of the file."),
        Axis.log("compression ratio", "×"),
        Axis.linear("top-1 loss", "pp"),
        series,
        lines);
  }

  /** Points alone: encodings between two that were measured may do better or worse. */
  private static Style style(int index) {
    Style style = Style.of(index);
    return new Style(style.color(), style.marker(), Style.Dash.NONE);
  }
}
