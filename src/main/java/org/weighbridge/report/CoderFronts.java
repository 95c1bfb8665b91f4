package org.weighbridge.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Series.Point;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.optimizer.BoundOptimizer;
import org.weighbridge.optimizer.Front;

/**
 * Loss against ratio of coders: what the optimizer predicts for all budgets as a line each, what
 * was measured of the file it chose as a point.
 */
public final class CoderFronts {
  /** Losses beyond so many budgets are of no interest. */
  private static final double BUDGETS = 4;

  /** A line of more corners does not look different. */
  private static final int CORNERS = 60;

  private CoderFronts() {}

  /**
   * Whether there is a line to be drawn: a coder whose settings leave a choice.
   *
   * @param result a comparison
   */
  static boolean any(ComparisonResult result) {
    return !fronts(result).isEmpty();
  }

  /** The figure of a comparison; coders that leave no choice have a point only. */
  public static XyFigure figure(ComparisonResult result) {
    var lines = new ArrayList<Series>();
    var points = new ArrayList<Series>();
    Map<String, Front> fronts = fronts(result);
    for (ComparedCoder row : result.rows()) {
      Style style = Style.of(points.size());
      Front front = fronts.get(row.coder());
      if (front != null) {
        var line = new Style(style.color(), Style.Marker.NONE, style.dash());
        lines.add(
            new Series(row.coder() + ", predicted", line, corners(front, result.originalBytes()))
                .unlisted());
      }
      row.file()
          .ifPresent(
              file -> {
                var loss = file.after().loss();
                double y = file.lossPoints();
                points.add(
                    new Series(
                        row.coder(),
                        style,
                        List.of(
                            new Point(
                                file.file().ratio(), y, y - loss.margin(), y + loss.margin()))));
              });
    }
    lines.addAll(points);
    return new XyFigure(
        new Caption(
            "Loss against ratio by coder",
            "Lines: predicted from single layers, on the samples to choose by. Points: measured on %s."
                .formatted(result.dataset())),
        Axis.log("compression ratio of the whole file", "×"),
        Axis.linear("top-1 loss", "pp"),
        lines,
        List.of(ReferenceLine.horizontal(result.budget(), "budget")));
  }

  private static Map<String, Front> fronts(ComparisonResult result) {
    var fronts = new LinkedHashMap<String, Front>();
    for (ComparedCoder row : result.rows()) {
      row.assessment()
          .map(assessment -> front(assessment, most(result)))
          .filter(front -> front.choices().size() > 1)
          .ifPresent(front -> fronts.put(row.coder(), front));
    }
    return fronts;
  }

  private static double most(ComparisonResult result) {
    return Math.max(1, BUDGETS * result.budget());
  }

  private static List<Point> corners(Front front, long originalBytes) {
    return front.choices().stream()
        .map(
            choice ->
                Point.of(
                    (double) originalBytes / choice.predictedBytes(), choice.predictedLossPoints()))
        .toList();
  }

  /** No choices where every one loses more than is of interest. */
  private static Front front(Assessment assessment, double most) {
    try {
      return BoundOptimizer.front(assessment, most, CORNERS);
    } catch (Fault outOfReach) {
      return new Front(List.of());
    }
  }
}
