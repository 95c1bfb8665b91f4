package org.weighbridge.report;

import java.util.Comparator;
import java.util.List;
import org.weighbridge.experiment.ComparedCoder;
import org.weighbridge.experiment.ComparedFile;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Numbers;
import org.weighbridge.figure.Palette;
import org.weighbridge.figure.StackedBarFigure;
import org.weighbridge.figure.StackedBarFigure.Bar;
import org.weighbridge.figure.StackedBarFigure.Hatch;
import org.weighbridge.figure.StackedBarFigure.Segment;

/** Whole-file ratios as bars, the largest above, with what each coder lost behind its bar. */
public final class ComparisonFigure {
  private static final List<Segment> SEGMENTS =
      List.of(
          new Segment("loss within the budget", Palette.BLUE, Hatch.NONE),
          new Segment("loss above it", Palette.VERMILLION, Hatch.RISING));

  private ComparisonFigure() {}

  /** The figure; coders that refused the network have no bar. */
  public static StackedBarFigure figure(ComparisonResult result) {
    var bars =
        result.rows().stream()
            .filter(row -> row.file().isPresent())
            .sorted(Comparator.comparingLong(ComparisonResult::fileBytes))
            .map(row -> bar(row, row.file().orElseThrow(), result.budget()))
            .toList();
    var caption =
        new Caption(
            "Whole-file ratio and loss",
            "%s, budget %s pp where chosen; loss on %s."
                .formatted(result.network(), Numbers.fixed(result.budget(), 2), result.dataset()));
    return new StackedBarFigure(
        caption, Axis.linear("compression ratio of the whole file", "×"), SEGMENTS, bars);
  }

  private static Bar bar(ComparedCoder row, ComparedFile file, double budget) {
    double ratio = file.file().ratio();
    boolean within = row.within(budget);
    return new Bar(
        row.coder(),
        List.of(within ? ratio : 0, within ? 0 : ratio),
        Numbers.ratio(ratio) + "  " + Numbers.points(file.lossPoints()));
  }
}
