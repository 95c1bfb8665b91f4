package org.weighbridge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.PanelFigure;
import org.weighbridge.figure.ReferenceLine;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;
import org.weighbridge.training.Epoch;

/** How a training went: accuracy, loss and density over its epochs, with its stages. */
public final class TrainingCurves {
  private TrainingCurves() {}

  /**
   * The figure; epochs are counted through all stages, and the density is shown where it changed.
   *
   * @param epochs as {@code Trained} gives them, at least one
   */
  public static PanelFigure figure(String network, List<Epoch> epochs) {
    var panels = new ArrayList<XyFigure>();
    panels.add(
        panel(
            epochs,
            Axis.linear("top-1 accuracy", "%"),
            true,
            series("training", 0, epochs, epoch -> 100 * epoch.training().accuracy()),
            series("validation", 1, epochs, epoch -> 100 * epoch.validation().accuracy())));
    panels.add(
        panel(
            epochs,
            Axis.linear("mean loss", ""),
            false,
            series("training", 0, epochs, epoch -> epoch.training().mean()),
            series("validation", 1, epochs, epoch -> epoch.validation().mean())));
    if (epochs.stream().mapToDouble(Epoch::density).distinct().count() > 1) {
      panels.add(
          panel(
              epochs,
              Axis.linear("weights kept", "%").range(0, 104),
              false,
              series("density", 2, epochs, epoch -> 100 * epoch.density())));
    }
    var last = panels.removeLast();
    panels.add(
        new XyFigure(last.caption(), axis("epoch", epochs), last.y(), last.series(), last.lines()));
    var caption =
        new Caption(
            "Training of " + network,
            "Training: mean over the batches, each before its step; validation: at the end of an epoch.");
    return new PanelFigure(caption, panels);
  }

  private static XyFigure panel(List<Epoch> epochs, Axis y, boolean named, Series... series) {
    return new XyFigure(Caption.NONE, axis("", epochs), y, List.of(series), stages(epochs, named));
  }

  private static Axis axis(String title, List<Epoch> epochs) {
    return Axis.linear(title, "").range(0.5, epochs.size() + 0.5);
  }

  private static Series series(
      String name, int style, List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
    var points = new ArrayList<Series.Point>();
    for (Epoch epoch : epochs) {
      points.add(Series.Point.of(points.size() + 1, value.applyAsDouble(epoch)));
    }
    return new Series(name, Style.of(style), points);
  }

  /** A line where a stage begins, but for the first. */
  private static List<ReferenceLine> stages(List<Epoch> epochs, boolean named) {
    var lines = new ArrayList<ReferenceLine>();
    for (int i = 1; i < epochs.size(); i++) {
      var stage = epochs.get(i).stage();
      if (stage != epochs.get(i - 1).stage()) {
        lines.add(ReferenceLine.vertical(i + 0.5, named ? stage.title() : ""));
      }
    }
    return lines;
  }
}
