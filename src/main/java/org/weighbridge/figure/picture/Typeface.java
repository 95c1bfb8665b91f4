package org.weighbridge.figure.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A font file that the program brings along, so that a picture is the same on every machine. */
final class Typeface {
  /** The family of both, as font files, style sheets and PDF call it. */
  static final String FAMILY = "DejaVu Sans";

  static {
    // Pictures are drawn in memory: never look for a display, not even a broken one.
    System.setProperty("java.awt.headless", "true");
  }

  static final Typeface REGULAR = new Typeface("DejaVuSans.ttf");
  static final Typeface BOLD = new Typeface("DejaVuSans-Bold.ttf");

  private final byte[] file;
  private final Font font;

  private Typeface(String name) {
    try (var in = Typeface.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program comes without " + name);
      }
      file = in.readAllBytes();
      font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }

  /** The typeface of a font that was made by {@link #at}. */
  static Typeface of(Font font) {
    return font.getName().equals(BOLD.font.getName()) ? BOLD : REGULAR;
  }

  /** The font in a size in points. */
  Font at(double size) {
    return font.deriveFont((float) size);
  }

  /** The name that Java knows the font by. */
  String fontName() {
    return font.getName();
  }

  /** The file as it lies in the program; not to be written to. */
  byte[] file() {
    return file;
  }
}
