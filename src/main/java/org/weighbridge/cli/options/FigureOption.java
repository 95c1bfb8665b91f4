package org.weighbridge.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.picture.FigureFiles;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
import picocli.CommandLine.Option;

/** One file for the figure of a verb, in the format that its name ends with. */
public final class FigureOption {
  @Option(
      names = "--figure",
      paramLabel = "FILE",
      description = "Draw the figure, two columns wide, as FILE.svg, FILE.pdf or FILE.png.")
  private Optional<Path> file = Optional.empty();

  public Optional<Path> file() {
    return file;
  }

  /**
   * Looks at the file before hours of work, instead of after them.
   *
   * @throws org.weighbridge.fault.Fault when its name has another ending or it cannot be written
   */
  public void check() {
    file.ifPresent(
        wanted -> {
          var unused = PictureFormat.of(wanted);
          OutputFile.check(wanted);
        });
  }

  /** Draws a figure into the file, if there is one. */
  public void draw(Figure figure) {
    int dpi = PictureChoice.USUAL.dpi();
    file.ifPresent(to -> FigureFiles.write(figure, FigureSize.Width.TWO_COLUMNS, dpi, to));
  }
}
