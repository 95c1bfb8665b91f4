package org.weighbridge.figure.picture;

import java.util.Base64;

/** The fonts of pictures as style sheets declare them, the font files within. */
final class FontFaces {
  private FontFaces() {}

  /** The rule for one typeface with the glyphs of some text; empty for no text. */
  static String css(Typeface typeface, String text) {
    if (text.isEmpty()) {
      return "";
    }
    String weight = typeface == Typeface.BOLD ? "bold" : "normal";
    return "@font-face{font-family:'%s';font-weight:%s;src:url(data:font/ttf;base64,%s)}\n"
        .formatted(
            Typeface.FAMILY,
            weight,
            Base64.getEncoder().encodeToString(FontSubset.of(typeface, text)));
  }
}
