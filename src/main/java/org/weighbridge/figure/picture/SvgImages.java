package org.weighbridge.figure.picture;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/** Images within an SVG file as PNG, each of their pixels a rectangle of one colour. */
final class SvgImages extends DefaultImageHandler {
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  @Override
  protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write((BufferedImage) image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory was written to
    }
    String data = Base64.getEncoder().encodeToString(png.toByteArray());
    element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + data);
    element.setAttribute("style", "image-rendering:pixelated");
  }
}
