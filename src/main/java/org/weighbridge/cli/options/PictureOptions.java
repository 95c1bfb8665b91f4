package org.weighbridge.cli.options;

import java.util.LinkedHashSet;
import java.util.List;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import picocli.CommandLine.Option;

/** In which files figures are wanted. */
public final class PictureOptions {
  /** Widths as the user names them. */
  public enum Columns {
    ONE(FigureSize.Width.ONE_COLUMN),
    TWO(FigureSize.Width.TWO_COLUMNS);

    private final FigureSize.Width width;

    Columns(FigureSize.Width width) {
      this.width = width;
    }
  }

  @Option(
      names = "--dpi",
      paramLabel = "300|600",
      converter = DpiConverter.class,
      defaultValue = "300",
      description = "Dots per inch of PNG files: 300 or 600 (default 300).")
  private int dpi;

  @Option(
      names = "--formats",
      paramLabel = "NAMES",
      split = ",",
      description = "Of svg, pdf and png, those that figures are wanted in (default: all).")
  private List<PictureFormat> formats = List.of(PictureFormat.values());

  @Option(
      names = "--widths",
      paramLabel = "NAMES",
      split = ",",
      description = "one, two: figures as wide as so many columns of a page (default: both).")
  private List<Columns> widths = List.of(Columns.values());

  /** What was chosen. */
  public PictureChoice choice() {
    return new PictureChoice(
        new LinkedHashSet<>(formats), widths.stream().map(columns -> columns.width).toList(), dpi);
  }
}
