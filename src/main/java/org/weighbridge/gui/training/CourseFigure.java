package org.weighbridge.gui.training;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.PanelFigure;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.gui.workbench.Course;

/** The course of a training as a figure: loss of the batches, accuracy after epochs. */
final class CourseFigure {
  private CourseFigure() {}

  /** The figure of a course with at least a loss or an epoch. */
  static PanelFigure of(String network, Course course) {
    var losses = new ArrayList<Series.Point>();
    for (Course.Point point : course.losses()) {
      losses.add(Series.Point.of(point.epoch(), point.value()));
    }
    var accuracies = new ArrayList<Series.Point>();
    for (var epoch : course.epochs()) {
      accuracies.add(Series.Point.of(accuracies.size() + 1, 100 * epoch.validation().accuracy()));
    }
    var line = Style.of(0);
    double end = Math.max(1, Math.ceil(course.epochs().size() + 0.01));
    var panels = new ArrayList<XyFigure>();
    if (!losses.isEmpty()) {
      var look = new Style(line.color(), Style.Marker.NONE, line.dash());
      panels.add(panel("training loss", "nats", new Series("batches", look, losses), end));
    }
    if (!accuracies.isEmpty()) {
      var series = new Series("validation split", Style.of(1), accuracies);
      panels.add(panel("top-1 accuracy", "%", series, end));
    }
    var caption =
        new Caption("Training" + network, "Mean loss of the batches of each epoch so far");
    return new PanelFigure(caption, panels);
  }

  private static XyFigure panel(String title, String unit, Series series, double end) {
    return new XyFigure(
        Caption.NONE,
        Axis.linear("epoch", "").range(0, end),
        Axis.linear(title, unit),
        List.of(series),
        List.of());
  }
}
