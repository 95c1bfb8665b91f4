package org.weighbridge.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.picture.FigureFiles;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.FigureSize.Width;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.job.Progress;
import org.weighbridge.report.html.PageFigure;

/**
 * A figure with its files and with its pictures for the page.
 *
 * @param files that were written
 */
record DrawnFigure(ReportPage.Drawn onPage, List<Path> files) {
  /**
   * Draws a figure and writes its files.
   *
   * @param number that no other figure of the report has
   * @return one, or none where there is nothing to be seen
   */
  static List<DrawnFigure> of(
      ReportFigure wanted, int number, Path folder, PictureChoice choice, Progress progress) {
    progress.check();
    return wanted.figure().get().stream()
        .map(figure -> draw(wanted, figure, number, folder, choice, progress))
        .toList();
  }

  private static DrawnFigure draw(
      ReportFigure wanted,
      Figure figure,
      int number,
      Path folder,
      PictureChoice choice,
      Progress progress) {
    progress.check();
    var pictures = new ArrayList<String>();
    if (wanted.wide()) {
      pictures.add(inline(figure, Width.TWO_COLUMNS, "f" + number + "w-"));
    }
    pictures.add(inline(figure, Width.ONE_COLUMN, "f" + number + "n-"));
    progress.check();
    var files = FigureFiles.write(figure, folder, wanted.name(), choice);
    var names = files.stream().map(file -> file.getFileName().toString()).toList();
    var page = new PageFigure(wanted.name(), wanted.caption(), pictures, names);
    return new DrawnFigure(new ReportPage.Drawn(wanted, page), files);
  }

  private static String inline(Figure figure, Width width, String idPrefix) {
    return FigureFiles.inlineSvg(figure, FigureSize.of(figure, width), idPrefix);
  }
}
