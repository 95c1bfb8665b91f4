package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.assessment.LayerCurve;
import org.weighbridge.codec.Axis.Bounds;
import org.weighbridge.codec.Axis.Steps;
import org.weighbridge.codec.Codecs;
import org.weighbridge.experiment.EncodedModel;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.Ticks.Tick;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.inference.Accuracy;

/** Accuracy against error bound, one curve per layer: what an assessment found. */
public final class AccuracyCurves {
  /** Losses are shown down to this many points, or to this many budgets where that is more. */
  private static final double SHOWN_POINTS = 2;

  private static final double SHOWN_BUDGETS = 6;

  /** More chosen bounds than this are not told apart above a plot. */
  private static final int MOST_BOUNDS = 4;

  private AccuracyCurves() {}

  /**
   * The figure.
   *
   * @param budget the largest allowed loss in percentage points
   * @param encoded the encoding whose bounds are marked
   */
  public static XyFigure figure(
      Assessment assessment, OptionalDouble budget, Optional<EncodedModel> encoded) {
    var series = new ArrayList<Series>();
    for (LayerCurve curve : assessment.curves()) {
      if (!curve.points().isEmpty()) {
        series.add(series(curve, assessment.baseline(), series.size()));
      }
    }
    Accuracy baseline = assessment.baseline();
    var lines = new ArrayList<ReferenceLine>();
    lines.add(
        ReferenceLine.horizontal(
            100 * baseline.top1(), "baseline " + Numbers.percent(baseline.top1())));
    budget.ifPresent(points -> lines.add(budgetLine(baseline, points)));
    encoded.ifPresent(model -> lines.addAll(bounds(model)));
    return new XyFigure(
        caption(assessment, baseline), xAxis(assessment), yAxis(assessment, budget), series, lines);
  }

  private static Optional<Steps> steps(Assessment assessment) {
    return assessment.curves().stream()
        .flatMap(curve -> curve.points().stream())
        .map(point -> Codecs.byId(point.coder()).axis())
        .filter(Steps.class::isInstance)
        .map(Steps.class::cast)
        .findFirst();
  }

  private static Axis xAxis(Assessment assessment) {
    return steps(assessment)
        .map(
            axis ->
                Axis.log(axis.label(), "")
                    .named(axis.steps().stream().map(s -> new Tick(s.place(), s.text())).toList()))
        .orElse(Axis.log("absolute error bound ε", ""));
  }

  private static Caption caption(Assessment assessment, Accuracy baseline) {
    return new Caption(
        "Accuracy against "
            + steps(assessment)
                .map(axis -> axis.label().toLowerCase(Locale.ROOT))
                .orElse("error bound"),
        "One layer at a time, all others exact; "
            + Numbers.count(baseline.samples())
            + " samples; bands: 95 % intervals of the loss.");
  }

  private static Series series(LayerCurve curve, Accuracy baseline, int index) {
    var points = curve.points().stream().map(point -> point(point, baseline)).toList();
    return new Series(curve.layer().name(), Style.of(index), points);
  }

  /** What bounds are chosen by: the accuracy before less the loss, with the loss's interval. */
  private static Series.Point point(AssessmentPoint point, Accuracy baseline) {
    double expected = 100 * baseline.top1() - point.lossPoints();
    double margin = point.loss().margin();
    return new Series.Point(point.place(), expected, expected - margin, expected + margin);
  }

  private static ReferenceLine budgetLine(Accuracy baseline, double points) {
    return ReferenceLine.horizontal(
        100 * baseline.top1() - points, "budget −" + Numbers.fixed(points, 2) + " pp");
  }

  /** Far below the budget curves tell nothing, but would press the part that counts flat. */
  private static Axis yAxis(Assessment assessment, OptionalDouble budget) {
    String title =
        assessment.baseline().kind() == Accuracy.Kind.LABELS
            ? "top-1 accuracy"
            : "agreement with the uncompressed network";
    var axis = Axis.linear(title, "%");
    double shown = Math.max(SHOWN_POINTS, SHOWN_BUDGETS * budget.orElse(0));
    double low = 100 * assessment.baseline().low();
    double high = 100 * assessment.baseline().high();
    for (LayerCurve curve : assessment.curves()) {
      for (AssessmentPoint point : curve.points()) {
        var shownPoint = point(point, assessment.baseline());
        low = Math.min(low, shownPoint.low());
        high = Math.max(high, shownPoint.high());
      }
    }
    low = Math.max(low, 100 * assessment.baseline().top1() - shown);
    double room = 0.03 * Math.max(high - low, 0.1);
    return axis.range(low - room, Math.min(100.2, high + room));
  }

  /** A line at each chosen bound, layers of the same bound together. */
  private static List<ReferenceLine> bounds(EncodedModel model) {
    Map<Double, String> layers = new TreeMap<>();
    for (var layer : model.layers()) {
      model
          .configuration()
          .place(layer.layer())
          .ifPresent(
              place -> layers.merge(place, layer.layer().name(), (all, name) -> all + ", " + name));
    }
    if (model.layers().size() > MOST_BOUNDS) {
      return List.of();
    }
    boolean same = layers.size() == 1;
    boolean bounded = model.configuration().coding().layerCodec().axis() instanceof Bounds;
    String sign = bounded ? " ε" : "";
    return layers.entrySet().stream()
        .map(
            e ->
                ReferenceLine.vertical(
                    e.getKey(), same ? "chosen" + sign : (sign + " " + e.getValue()).strip()))
        .toList();
  }
}
