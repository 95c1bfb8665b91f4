package org.weighbridge.gui.error;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Histogram;
import org.weighbridge.figure.HistogramFigure;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;

/** What the card of errors shows, as figures. */
final class ErrorFigures {
  private ErrorFigures() {}

  /** The errors, on the bins of the card. */
  static HistogramFigure histogram(ErrorPicture picture) {
    double reach = picture.bins().each() * picture.bins().width();
    var histograms =
        picture.sides().stream()
            .map(
                side ->
                    new Histogram(
                        side.name(),
                        -reach,
                        reach,
                        Arrays.stream(side.counts()).mapToObj(Math::round).toList(),
                        side.beyond()))
            .toList();
    double bound = picture.bins().bound();
    return new HistogramFigure(
        new Caption("Reconstruction error of " + picture.layer(), words(picture)),
        Axis.linear("decoded − original", ""),
        Axis.linear("count", ""),
        histograms,
        List.of(ReferenceLine.vertical(-bound, "−ε"), ReferenceLine.vertical(bound, "+ε")));
  }

  /** Decoded against original weights: those that the card samples. */
  static XyFigure points(ErrorPicture picture) {
    var series = new ArrayList<Series>();
    for (ErrorSide side : picture.sides()) {
      var look = Style.of(series.size());
      var points = new ArrayList<Series.Point>();
      for (int i = 0; i < side.original().length; i++) {
        points.add(Series.Point.of(side.original()[i], side.decoded()[i]));
      }
      series.add(
          new Series(side.name(), new Style(look.color(), look.marker(), Style.Dash.NONE), points));
    }
    return new XyFigure(
        new Caption("Decoded against original weights of " + picture.layer(), words(picture)),
        Axis.linear("original weight", ""),
        Axis.linear("decoded weight", ""),
        series,
        List.of());
  }

  private static String words(ErrorPicture picture) {
    return "ε = %s; ".formatted(Numbers.bound(picture.bins().bound()))
        + picture.sides().stream()
            .map(
                side ->
                    "%s: %s kept weights%s, largest error %s"
                        .formatted(
                            side.name(),
                            Numbers.count(side.weights()),
                            side.beyond() == 0
                                ? ""
                                : ", " + Numbers.count(side.beyond()) + " beyond the axis",
                            Numbers.bound(side.maxError())))
            .collect(Collectors.joining("; "));
  }
}
