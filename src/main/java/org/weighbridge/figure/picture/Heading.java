package org.weighbridge.figure.picture;

import java.util.List;
import org.weighbridge.figure.Caption;

/** Title and detail above a figure. */
final class Heading {
  private Heading() {}

  /** Draws a caption at the top of a box and gives what is left of it. */
  static Box draw(Pen pen, Caption caption, Box box) {
    double y = box.y();
    if (!caption.title().isEmpty()) {
      for (String line : Pen.wrap(caption.title(), Fonts.TITLE, box.width())) {
        double height = Pen.lineHeight(Fonts.TITLE);
        pen.text(line, box.x(), y + height / 2, Fonts.TITLE, Pen.INK, Pen.Align.AFTER);
        y += height;
      }
    }
    if (!caption.detail().isEmpty()) {
      for (String line : Pen.wrap(caption.detail(), Fonts.SMALL, box.width())) {
        double height = Pen.lineHeight(Fonts.SMALL);
        pen.text(line, box.x(), y + height / 2, Fonts.SMALL, Pen.MUTED, Pen.Align.AFTER);
        y += height;
      }
    }
    double gap = y > box.y() ? 4 : 0;
    return box.inset(0, y - box.y() + gap, 0, 0);
  }

  /** The height that a caption takes from a box of some width. */
  static double height(Caption caption, double width) {
    int titles = lines(caption.title(), width, Fonts.TITLE).size();
    int details = lines(caption.detail(), width, Fonts.SMALL).size();
    return titles + details == 0
        ? 0
        : titles * Pen.lineHeight(Fonts.TITLE) + details * Pen.lineHeight(Fonts.SMALL) + 4;
  }

  private static List<String> lines(String text, double width, java.awt.Font font) {
    return text.isEmpty() ? List.of() : Pen.wrap(text, font, width);
  }
}
