package org.weighbridge.gui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weighbridge.experiment.Run;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Palette;
import org.weighbridge.figure.ParallelFigure;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.Style.Dash;
import org.weighbridge.figure.Style.Marker;

/** The parallel coordinates of runs as a figure. */
final class RunCoordinates {
  private RunCoordinates() {}

  /**
   * A line for every run that is shown, those of a coder alike; the current and the pinned last.
   */
  static ParallelFigure figure(String network, ParallelPicture picture) {
    var coders =
        picture.lines().stream().map(line -> RunText.coder(line.run())).distinct().toList();
    var lines = new ArrayList<ParallelFigure.Line>();
    var marked = new ArrayList<ParallelFigure.Line>();
    for (var line : picture.lines()) {
      if (!line.shown()) {
        continue;
      }
      Run run = line.run();
      if (line.current()) {
        marked.add(line(picture, run, "current run", black(Dash.SOLID)));
      } else if (line.pinned()) {
        marked.add(line(picture, run, "pinned run", black(Dash.DASHED)));
      } else {
        String coder = RunText.coder(run);
        var look = Style.of(coders.indexOf(coder));
        lines.add(line(picture, run, coder, new Style(look.color(), Marker.NONE, look.dash())));
      }
    }
    lines.addAll(marked);
    String count =
        lines.size() == picture.lines().size()
            ? "%d runs".formatted(lines.size())
            : "%d of %d runs".formatted(lines.size(), picture.lines().size());
    return new ParallelFigure(
        new Caption("Runs of " + network, count),
        picture.axes().stream().map(RunCoordinates::axis).toList(),
        lines);
  }

  private static Style black(Dash dash) {
    return new Style(Palette.BLACK, Marker.NONE, dash);
  }

  private static org.weighbridge.figure.Axis axis(Axis axis) {
    var quantity = axis.quantity();
    String title = quantity.title().toLowerCase(Locale.ROOT);
    var empty =
        quantity.log()
            ? org.weighbridge.figure.Axis.log(title, quantity.unit())
            : org.weighbridge.figure.Axis.linear(title, quantity.unit());
    return empty.range(axis.least(), axis.most());
  }

  private static ParallelFigure.Line line(
      ParallelPicture picture, Run run, String group, Style style) {
    List<Double> values = picture.axes().stream().map(axis -> axis.quantity().of(run)).toList();
    return new ParallelFigure.Line("run " + run.number(), group, style, values);
  }
}
