package org.weighbridge.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.picture.FigureFiles;
import org.weighbridge.figure.picture.FigureSize;
import org.weighbridge.figure.picture.FigureSize.Width;
import org.weighbridge.figure.picture.PictureChoice;
import org.weighbridge.figure.picture.PictureFormat;
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
    var files = write(figure, folder, wanted.name(), choice, progress);
    var names = files.stream().map(file -> file.getFileName().toString()).toList();
    var page = new PageFigure(wanted.name(), wanted.caption(), pictures, names);
    return new DrawnFigure(new ReportPage.Drawn(wanted, page), files);
  }

  /** One file after the other: a large figure in all formats takes too long to cancel. */
  private static List<Path> write(
      Figure figure, Path folder, String name, PictureChoice choice, Progress progress) {
    var files = new ArrayList<Path>();
    for (Width width : choice.widths()) {
      for (PictureFormat format : choice.formats()) {
        progress.check();
        Path file = folder.resolve(name + "-" + width.suffix() + "." + format.extension());
        FigureFiles.write(figure, width, choice.dpi(), file);
        files.add(file);
      }
    }
    progress.check();
    var data = new PictureChoice(Set.of(), List.of(), choice.dpi());
    files.addAll(FigureFiles.write(figure, folder, name, data));
    return files;
  }

  private static String inline(Figure figure, Width width, String idPrefix) {
    return FigureFiles.inlineSvg(figure, FigureSize.of(figure, width), idPrefix);
  }
}
