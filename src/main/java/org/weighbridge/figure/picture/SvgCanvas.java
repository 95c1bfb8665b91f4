package org.weighbridge.figure.picture;

import java.awt.Font;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;

/** A canvas whose strokes become elements of SVG; text becomes text. */
final class SvgCanvas extends SVGGraphics2D {
  static final String SVG = "http://www.w3.org/2000/svg";

  /** Decimals of coordinates: a thousandth of a point. */
  private static final int PRECISION = 3;

  /**
   * An empty canvas.
   *
   * @param idPrefix what all ids begin with
   */
  SvgCanvas(String idPrefix) {
    super(context(idPrefix), false);
  }

  private static SVGGeneratorContext context(String idPrefix) {
    var context = SVGGeneratorContext.createDefault(document());
    context.setPrecision(PRECISION);
    context.setGenericImageHandler(new SimpleImageHandler(new SvgImages()));
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String kind) {
            return idPrefix + super.generateID(kind);
          }
        });
    return context;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML parser is not to be had", e);
    }
  }

  /** A font file of bold letters is bold, though Java calls its style plain. */
  @Override
  public void setFont(Font font) {
    super.setFont(Typeface.of(font) == Typeface.BOLD ? new Bold(font) : font);
  }

  private static final class Bold extends Font {
    private static final long serialVersionUID = 1L;

    Bold(Font font) {
      super(font);
    }

    @Override
    public boolean isBold() {
      return true;
    }
  }
}
