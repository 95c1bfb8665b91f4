package org.weighbridge.figure.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.weighbridge.fault.Fault;
import org.weighbridge.figure.Figure;
import org.weighbridge.file.AtomicFile;

/** Figures as files, drawn without a display. */
public final class FigureFiles {
  private FigureFiles() {}

  /**
   * A figure as the content of a file. The same figure gives the same bytes.
   *
   * @param dpi dots per inch where the format is made of pixels
   */
  public static byte[] bytes(Figure figure, FigureSize size, PictureFormat format, int dpi) {
    var out = new ByteArrayOutputStream();
    try {
      switch (format) {
        case SVG -> out.write(SvgWriter.file(figure, size));
        case PDF -> PdfWriter.write(figure, size, out);
        case PNG -> PngWriter.write(figure, size, dpi, out);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory was written to
    }
  }

  /**
   * Writes a figure in all files of a choice, named like {@code NAME-1col.svg}, and the numbers
   * that it draws as {@code NAME.csv}; each file whole or not at all.
   *
   * @return the files written
   * @throws Fault when the folder cannot be written
   */
  public static List<Path> write(Figure figure, Path folder, String name, PictureChoice choice) {
    var written = new ArrayList<Path>();
    for (FigureSize.Width width : choice.widths()) {
      FigureSize size = FigureSize.of(figure, width);
      for (PictureFormat format : choice.formats()) {
        Path file = folder.resolve(name + "-" + width.suffix() + "." + format.extension());
        written.add(write(bytes(figure, size, format, choice.dpi()), file));
      }
    }
    written.add(write(csv(figure), folder.resolve(name + ".csv")));
    return written;
  }

  /**
   * Writes a figure into one file, in the format that its name ends with.
   *
   * @throws Fault when it ends otherwise or cannot be written
   */
  public static void write(Figure figure, FigureSize.Width width, int dpi, Path file) {
    var format = PictureFormat.of(file);
    write(bytes(figure, FigureSize.of(figure, width), format, dpi), file);
  }

  /**
   * A figure as an {@code <svg role="img">} element within a page of HTML, its caption as title and
   * description. The fonts are left out of it: the page declares them once by {@link #fontFaces}.
   * Its width and height are those on paper; {@code max-width: 100%; height: auto} lets a page
   * shrink it.
   *
   * @param idPrefix letters, digits and hyphens that no other figure of the page has, such as
   *     {@code fig3-}
   */
  public static String inlineSvg(Figure figure, FigureSize size, String idPrefix) {
    return SvgWriter.inline(figure, size, idPrefix);
  }

  /**
   * The {@code @font-face} rules of a page with inline figures: family {@code DejaVu Sans}, normal
   * and bold, with the glyphs of some text, which may be the whole page.
   */
  public static String fontFaces(String text) {
    return FontFaces.css(Typeface.REGULAR, text) + FontFaces.css(Typeface.BOLD, text);
  }

  private static byte[] csv(Figure figure) {
    return figure.data().csv().getBytes(StandardCharsets.UTF_8);
  }

  private static Path write(byte[] content, Path file) {
    AtomicFile.write(file, out -> out.write(content));
    return file;
  }
}
