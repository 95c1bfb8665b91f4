package org.weighbridge.report;

import java.util.Optional;
import java.util.function.Supplier;
import org.weighbridge.figure.Figure;

/**
 * A figure that a report wants.
 *
 * @param name of its files
 * @param section of the page
 * @param heading what it stands under within the section, the name of a layer; may be empty
 * @param caption in sentences: what is measured on what, what a ratio counts
 * @param shown whether the page shows it; else it links it from the table of this name
 * @param wide whether a page with room for it shows it as wide as two columns of print
 * @param figure draws nothing yet, but may take a while; empty when there is nothing to be seen
 */
record ReportFigure(
    String name,
    Section section,
    String heading,
    String caption,
    boolean shown,
    boolean wide,
    Supplier<Optional<? extends Figure>> figure) {

  static ReportFigure wide(String name, Section section, String caption, Supplier<Figure> figure) {
    return new ReportFigure(
        name, section, "", caption, true, true, () -> Optional.of(figure.get()));
  }

  static ReportFigure narrow(
      String name, Section section, String caption, Supplier<Figure> figure) {
    return new ReportFigure(
        name, section, "", caption, true, false, () -> Optional.of(figure.get()));
  }

  static ReportFigure ofLayer(
      String name, String layer, String caption, Supplier<Optional<? extends Figure>> figure) {
    return new ReportFigure(name, Section.WEIGHTS, layer, caption, true, false, figure);
  }

  /** A table that the page shows as such. */
  static ReportFigure table(String name, Section section, Supplier<Figure> figure) {
    return new ReportFigure(name, section, "", "", false, true, () -> Optional.of(figure.get()));
  }
}
