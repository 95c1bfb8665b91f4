package org.weighbridge.figure.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The few strokes that all pictures are made of.
 *
 * @param dotsPerPoint of the canvas; infinite where it has no dots
 */
record Pen(Graphics2D graphics, double dotsPerPoint) {
  static final Color INK = new Color(0x222222);
  static final Color MUTED = new Color(0x5A5A5A);
  static final Color GRID = new Color(0xE3E3E3);

  /** Text is measured as on paper, not on the pixels at hand: one layout at every resolution. */
  private static final FontRenderContext PAPER =
      new FontRenderContext(new AffineTransform(), true, true);

  /** Where a text lies beside its point. */
  enum Align {
    BEFORE(1),
    MIDDLE(0.5),
    AFTER(0);

    private final double share;

    Align(double share) {
      this.share = share;
    }
  }

  static double width(String text, Font font) {
    return font.getStringBounds(text, PAPER).getWidth();
  }

  static double lineHeight(Font font) {
    return font.getSize2D() * 1.3;
  }

  /** The height of capitals and digits, by which text is centred. */
  private static double capHeight(Font font) {
    return font.getSize2D() * 0.73;
  }

  /** Writes a line whose digits are centred at {@code y}. */
  void text(String text, double x, double y, Font font, Color color, Align align) {
    graphics.setFont(font);
    graphics.setColor(color);
    float left = (float) (x - align.share * width(text, font));
    graphics.drawString(text, left, (float) (y + capHeight(font) / 2));
  }

  /** Writes a line upwards, centred at a point. */
  void textUp(String text, double x, double y, Font font, Color color) {
    AffineTransform before = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, x, y);
    text(text, x, y, font, color, Align.MIDDLE);
    graphics.setTransform(before);
  }

  void line(double x1, double y1, double x2, double y2, Color color, Stroke stroke) {
    draw(new Line2D.Double(x1, y1, x2, y2), color, stroke);
  }

  void draw(Shape shape, Color color, Stroke stroke) {
    graphics.setColor(color);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  void fill(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  /** Draws only inside a box. */
  void clipped(Box box, Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clip(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    drawing.run();
    graphics.setClip(before);
  }

  static Stroke solid(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  static Stroke dashed(double width, float... pattern) {
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }

  /** The text, its middle left out when it is wider than {@code room}. */
  static String fit(String text, Font font, double room) {
    String shown = text;
    for (int keep = text.length() - 1; keep > 1 && width(shown, font) > room; keep--) {
      int head = (keep + 1) / 2;
      shown = text.substring(0, head) + "…" + text.substring(text.length() - (keep - head));
    }
    return shown;
  }

  /** A space at which a line may break: not before a unit and not within a number. */
  private static final Pattern BREAK = Pattern.compile(" (?![%×])(?!(?<=\\d )\\d)");

  /** Lines no wider than {@code room}, broken at spaces. */
  static List<String> wrap(String text, Font font, double room) {
    var lines = new ArrayList<String>();
    String line = "";
    for (String word : BREAK.split(text, -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, font) > room) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }
}
