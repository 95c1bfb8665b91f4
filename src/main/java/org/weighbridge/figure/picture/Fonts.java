package org.weighbridge.figure.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;

/** The fonts of all pictures, brought along so that a picture is the same on every machine. */
final class Fonts {
  static final Font TEXT = load("DejaVuSans.ttf").deriveFont(7.5f);
  static final Font SMALL = TEXT.deriveFont(7f);
  static final Font TITLE = load("DejaVuSans-Bold.ttf").deriveFont(8.5f);

  private Fonts() {}

  private static Font load(String name) {
    try (var in = Fonts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program comes without " + name);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
