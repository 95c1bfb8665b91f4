package org.weighbridge.figure.picture;

import java.awt.Font;

/** The fonts of all pictures. */
final class Fonts {
  static final Font TEXT = Typeface.REGULAR.at(7.5);
  static final Font SMALL = Typeface.REGULAR.at(7);
  static final Font TITLE = Typeface.BOLD.at(8.5);

  private Fonts() {}
}
