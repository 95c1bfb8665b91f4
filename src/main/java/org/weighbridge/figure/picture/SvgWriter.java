package org.weighbridge.figure.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Figure;

/**
 * Writes figures as SVG by Apache Batik, user units being points. Text stays text, laid out without
 * kerning and ligatures, as it was measured.
 */
final class SvgWriter {
  private static final String STYLE =
      "font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision";

  private SvgWriter() {}

  /** A whole file; the glyphs that it needs come with it. */
  static byte[] file(Figure figure, FigureSize size) {
    Element svg = draw(figure, size, "");
    var faces = new StringBuilder();
    text(svg).forEach((typeface, text) -> faces.append(FontFaces.css(typeface, text.toString())));
    if (!faces.isEmpty()) {
      svg.insertBefore(child(svg, "style", faces.toString()), svg.getFirstChild());
    }
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(svg, true))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An element within a page of HTML that declares the fonts. */
  static String inline(Figure figure, FigureSize size, String idPrefix) {
    Element svg = draw(figure, size, idPrefix);
    svg.setAttribute("role", "img");
    return text(svg, false);
  }

  private static Element draw(Figure figure, FigureSize size, String idPrefix) {
    var canvas = new SvgCanvas(idPrefix);
    canvas.setColor(Color.WHITE);
    canvas.fill(new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints()));
    FigurePainter.paint(figure, size, canvas, FigurePainter.VECTOR);
    Element svg = canvas.getRoot();
    canvas.dispose();
    svg.setAttribute("width", rounded(size.widthMm()) + "mm");
    svg.setAttribute("height", rounded(size.heightMm()) + "mm");
    svg.setAttribute(
        "viewBox", "0 0 " + rounded(size.widthPoints()) + " " + rounded(size.heightPoints()));
    svg.setAttribute("style", STYLE);
    removeEmptyDefinitions(svg);
    name(svg, figure.caption(), idPrefix);
    return svg;
  }

  private static String rounded(double value) {
    return Double.toString(Math.round(value * 1000) / 1000.0);
  }

  /** Batik's definitions for the whole file have an id that every file has: ours stay unused. */
  private static void removeEmptyDefinitions(Element svg) {
    Node first = svg.getElementsByTagName("defs").item(0);
    if (first != null && !first.hasChildNodes()) {
      first.getParentNode().removeChild(first);
    }
  }

  /** Title and description, which browsers show and screen readers read. */
  private static void name(Element svg, Caption caption, String idPrefix) {
    Node first = svg.getFirstChild();
    if (!caption.title().isEmpty()) {
      Element title = child(svg, "title", caption.title());
      title.setAttribute("id", idPrefix + "title");
      svg.setAttribute("aria-labelledby", idPrefix + "title");
      svg.insertBefore(title, first);
    }
    if (!caption.detail().isEmpty()) {
      Element detail = child(svg, "desc", caption.detail());
      detail.setAttribute("id", idPrefix + "desc");
      svg.setAttribute("aria-describedby", idPrefix + "desc");
      svg.insertBefore(detail, first);
    }
  }

  private static Element child(Element svg, String name, String text) {
    Element element = svg.getOwnerDocument().createElementNS(SvgCanvas.SVG, name);
    element.setTextContent(text);
    return element;
  }

  /** What is written in each typeface. */
  private static Map<Typeface, StringBuilder> text(Element svg) {
    var written = new LinkedHashMap<Typeface, StringBuilder>();
    var elements = svg.getElementsByTagNameNS(SvgCanvas.SVG, "text");
    for (int i = 0; i < elements.getLength(); i++) {
      var element = (Element) elements.item(i);
      var typeface = weight(element).equals("bold") ? Typeface.BOLD : Typeface.REGULAR;
      written.computeIfAbsent(typeface, t -> new StringBuilder()).append(element.getTextContent());
    }
    return written;
  }

  private static String weight(Element element) {
    if (element.hasAttribute("font-weight")) {
      return element.getAttribute("font-weight");
    }
    return element.getParentNode() instanceof Element parent ? weight(parent) : "normal";
  }

  private static String text(Element svg, boolean indented) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.INDENT, indented ? "yes" : "no");
      var out = new StringWriter();
      transformer.transform(new DOMSource(svg), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("cannot write SVG into memory", e);
    }
  }
}
