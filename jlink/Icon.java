import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/** Draws the program's icon, layers of a network on a weighbridge, for jlink/installer: FILE SIZE. */
final class Icon {
  private static final Color BLUE = new Color(0x0072b2);
  private static final Color AMBER = new Color(0xe69f00);
  private static final Color GREEN = new Color(0x009e73);
  private static final Color WHITE = new Color(0xffffff);

  public static void main(String[] args) throws Exception {
    int size = Integer.parseInt(args[1]);
    var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(size / 64.0, size / 64.0);
    draw(g);
    g.dispose();
    ImageIO.write(picture, "png", new File(args[0]));
  }

  /** On a square of 64. */
  private static void draw(Graphics2D g) {
    g.setColor(new Color(0x16324a));
    g.fill(new RoundRectangle2D.Double(1, 1, 62, 62, 14, 14));
    // what is weighed: layers, smaller and smaller
    bar(g, AMBER, 22, 11, 20);
    bar(g, GREEN, 17, 20, 30);
    bar(g, BLUE.brighter(), 12, 29, 40);
    // the platform, and the beam that carries it
    bar(g, WHITE, 6, 39, 52);
    var beam = new Path2D.Double();
    beam.moveTo(14, 47);
    beam.lineTo(32, 55);
    beam.lineTo(50, 47);
    g.setColor(WHITE);
    g.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(beam);
  }

  private static void bar(Graphics2D g, Color color, double x, double y, double width) {
    g.setColor(color);
    g.fill(new RoundRectangle2D.Double(x, y, width, 6, 3, 3));
  }
}
