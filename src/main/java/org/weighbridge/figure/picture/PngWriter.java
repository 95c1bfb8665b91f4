package org.weighbridge.figure.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.weighbridge.figure.Figure;

/** Writes figures as PNG. */
final class PngWriter {
  private PngWriter() {}

  /**
   * Writes a figure on white.
   *
   * @param dpi dots per inch, also noted in the file, so that programs show it in its true size
   */
  static void write(Figure figure, FigureSize size, int dpi, OutputStream out) throws IOException {
    BufferedImage image = draw(figure, size, dpi);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var target = ImageIO.createImageOutputStream(out)) {
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
      metadata.mergeTree("javax_imageio_png_1.0", resolution(dpi));
      writer.setOutput(target);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }

  static BufferedImage draw(Figure figure, FigureSize size, int dpi) {
    double scale = dpi / 72.0;
    int width = (int) Math.round(size.widthPoints() * scale);
    int height = (int) Math.round(size.heightPoints() * scale);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.scale(scale, scale);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    FigurePainter.paint(figure, size, canvas, scale);
    canvas.dispose();
    return image;
  }

  private static IIOMetadataNode resolution(int dpi) {
    String perMetre = Long.toString(Math.round(dpi / 0.0254));
    var pixels = new IIOMetadataNode("pHYs");
    pixels.setAttribute("pixelsPerUnitXAxis", perMetre);
    pixels.setAttribute("pixelsPerUnitYAxis", perMetre);
    pixels.setAttribute("unitSpecifier", "meter");
    var root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(pixels);
    return root;
  }
}
