package org.weighbridge.figure.picture;

import java.nio.file.Path;
import java.util.Locale;
import org.weighbridge.fault.Fault;

/** A file format that figures are written in. */
public enum PictureFormat {
  /** Vector graphics for web pages and for editing: text stays text, its font comes along. */
  SVG,
  /** Vector graphics for print, one page of the figure's size, fonts embedded. */
  PDF,
  /** Pixels. */
  PNG;

  /** What file names end with, without the dot: {@code svg}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format that the ending of a file's name asks for.
   *
   * @throws Fault when it ends otherwise
   */
  public static PictureFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (PictureFormat format : values()) {
      if (name.endsWith("." + format.extension())) {
        return format;
      }
    }
    throw new Fault(
        "Cannot draw a figure into "
            + file
            + ": the ending of the name says the format, and must be .svg, .pdf or .png.");
  }
}
