package org.weighbridge.figure.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.weighbridge.figure.Figure;

class SvgWriterTest {
  private static final Pattern FACE =
      Pattern.compile("font-weight:(\\w+);src:url\\(data:font/ttf;base64,([^)]+)\\)");

  private static String svg(Figure figure) {
    var size = FigureSize.of(figure, FigureSize.Width.ONE_COLUMN);
    return new String(
        FigureFiles.bytes(figure, size, PictureFormat.SVG, 300), StandardCharsets.UTF_8);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document) {
    var nodes = document.getElementsByTagNameNS(SvgCanvas.SVG, "text");
    var texts = new ArrayList<String>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void textStaysTextWhateverItSays() throws Exception {
    var texts = texts(parse(svg(SampleFigures.points())));
    assertTrue(texts.contains("Loss of \"<office & flights>\""), texts.toString());
    assertTrue(texts.contains("a < b & c"), texts.toString());
    assertTrue(texts.contains("predicted [pp]"), texts.toString());
  }

  @Test
  void everyLetterHasItsGlyphInTheFile() throws Exception {
    var figure = SampleFigures.curves(3);
    String svg = svg(figure);
    var texts = texts(parse(svg));
    String title = figure.caption().title();
    assertTrue(texts.remove(title));
    var faces = FACE.matcher(svg);
    int found = 0;
    while (faces.find()) {
      byte[] file = Base64.getDecoder().decode(faces.group(2));
      assertTrue(file.length < 40_000, file.length + " bytes of font");
      String text = faces.group(1).equals("bold") ? title : String.join("", texts);
      try (var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
        var glyphs = font.getUnicodeCmapLookup();
        text.codePoints().forEach(c -> assertTrue(glyphs.getGlyphId(c) > 0, "no " + (char) c));
        assertEquals(0, glyphs.getGlyphId('@'), "a glyph that nobody needs");
      }
      found++;
    }
    assertEquals(2, found, "typefaces");
  }

  @Test
  void sizeAndNameAreSaid() throws Exception {
    Element root = parse(svg(SampleFigures.bytes())).getDocumentElement();
    assertEquals("84.0mm", root.getAttribute("width"));
    assertTrue(root.getAttribute("viewBox").startsWith("0 0 238.11 "));
    assertEquals(
        "Where the bytes go",
        root.getElementsByTagNameNS(SvgCanvas.SVG, "title").item(0).getTextContent());
  }

  @Test
  void aMatrixIsAnImageWhosePixelsAreNotSmoothed() throws Exception {
    var images =
        parse(svg(SampleFigures.mask(30, 78))).getElementsByTagNameNS(SvgCanvas.SVG, "image");
    assertEquals(1, images.getLength());
    var image = (Element) images.item(0);
    assertEquals("78", image.getAttribute("width"));
    assertEquals("30", image.getAttribute("height"));
    assertEquals("image-rendering:pixelated", image.getAttribute("style"));
  }

  @Test
  void figuresWithinAPageShareNoIdAndNoFont() {
    var size = new FigureSize(84, 60);
    var ids = new HashSet<String>();
    for (String prefix : List.of("a-", "b-")) {
      String svg = FigureFiles.inlineSvg(SampleFigures.error(), size, prefix);
      assertTrue(svg.startsWith("<svg "), "a declaration in the middle of a page");
      assertTrue(svg.contains("role=\"img\""));
      assertFalse(svg.contains("@font-face"));
      var id = Pattern.compile(" id=\"([^\"]*)\"").matcher(svg);
      while (id.find()) {
        assertTrue(ids.add(id.group(1)), id.group(1) + " twice");
      }
      var used = Pattern.compile("url\\(#([^)]*)\\)").matcher(svg);
      while (used.find()) {
        assertTrue(ids.contains(used.group(1)), used.group(1));
      }
    }
    assertTrue(ids.size() >= 4, ids.toString());
  }

  @Test
  void aPageDeclaresBothFontsOnce() throws IOException {
    var faces = FACE.matcher(FigureFiles.fontFaces("ε = 2e-2"));
    assertTrue(faces.find());
    assertEquals("normal", faces.group(1));
    assertTrue(faces.find());
    assertEquals("bold", faces.group(1));
    assertFalse(faces.find());
  }
}
