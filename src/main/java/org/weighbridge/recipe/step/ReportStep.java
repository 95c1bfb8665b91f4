package org.weighbridge.recipe.step;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.weighbridge.figure.picture.FigureSize.Width;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import org.weighbridge.workflow.Report;

/** Figures and tables of all that is known. */
final class ReportStep extends StepKind<Report> {
  /** Where it is written, for whoever runs the recipe to resolve. */
  private static final Path FOLDER = Path.of("report");

  private static final PictureChoice USUAL = PictureChoice.USUAL;
  private static final Map<String, Width> WIDTHS =
      new TreeMap<>(Map.of("one", Width.ONE_COLUMN, "two", Width.TWO_COLUMNS));
  private static final Key<List<PictureFormat>> FORMATS =
      Key.of(
          "formats",
          Kinds.list("svg, pdf and png", Kinds.choice(PictureFormat.class)),
          List.copyOf(USUAL.formats()),
          "files of each figure");
  private static final Key<List<Width>> COLUMNS =
      Key.of(
          "widths",
          Kinds.list(
              "one and two columns",
              Kinds.choice(WIDTHS, width -> width == Width.ONE_COLUMN ? "one" : "two")),
          USUAL.widths(),
          "how wide figures are drawn");
  private static final Key<Integer> DPI =
      Key.of(
          "dpi",
          Kinds.choice(new TreeMap<>(Map.of("300", 300, "600", 600)), String::valueOf),
          USUAL.dpi(),
          "dots per inch of png");

  ReportStep() {
    super(
        Report.class,
        "report",
        "Writes figures and tables of all that is known.",
        List.of(FORMATS, COLUMNS, DPI));
  }

  @Override
  Report read(Fields fields, Start start) {
    var formats = EnumSet.noneOf(PictureFormat.class);
    formats.addAll(fields.find(FORMATS).orElse(List.copyOf(USUAL.formats())));
    var pictures =
        new PictureChoice(
            formats,
            fields.find(COLUMNS).orElse(USUAL.widths()),
            fields.find(DPI).orElse(USUAL.dpi()));
    return new Report(FOLDER, pictures, Optional.empty(), Optional.empty());
  }

  @Override
  void write(Report report, Start start, Written out) {
    out.put(FORMATS, List.copyOf(report.pictures().formats()), List.copyOf(USUAL.formats()));
    out.put(COLUMNS, report.pictures().widths(), USUAL.widths());
    out.put(DPI, report.pictures().dpi(), USUAL.dpi());
  }
}
