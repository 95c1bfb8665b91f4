package org.weighbridge.figure.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighbridge.figure.Figure;

class PdfWriterTest {
  private static final int DPI = 100;

  private static byte[] pdf(Figure figure, FigureSize size) {
    return FigureFiles.bytes(figure, size, PictureFormat.PDF, 300);
  }

  /** What is drawn on the page, within the forms it is made of. */
  private static void collect(
      PDResources resources, List<PDFont> fonts, List<PDImageXObject> images) throws IOException {
    for (COSName name : resources.getFontNames()) {
      fonts.add(resources.getFont(name));
    }
    for (COSName name : resources.getXObjectNames()) {
      switch (resources.getXObject(name)) {
        case PDFormXObject form -> collect(form.getResources(), fonts, images);
        case PDImageXObject image -> images.add(image);
        default -> throw new AssertionError(name);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePageHasTheSizeOfTheFigure(FigureSize.Width width) throws IOException {
    var figure = SampleFigures.bytes();
    var size = FigureSize.of(figure, width);
    try (PDDocument document = Loader.loadPDF(pdf(figure, size))) {
      assertEquals(1, document.getNumberOfPages());
      var page = document.getPage(0).getMediaBox();
      assertEquals(width.mm() / 25.4 * 72, page.getWidth(), 0.01);
      assertEquals(size.heightPoints(), page.getHeight(), 0.01);
      assertEquals("Where the bytes go", document.getDocumentInformation().getTitle());
      assertNull(document.getDocumentInformation().getCreationDate());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"curves", "panels", "table", "density"})
  void everyFontIsWithinTheFileAndTextCanBeFound(String name) throws IOException {
    var figure = SampleFigures.all().get(name);
    var size = FigureSize.of(figure, FigureSize.Width.ONE_COLUMN);
    try (PDDocument document = Loader.loadPDF(pdf(figure, size))) {
      var fonts = new ArrayList<PDFont>();
      collect(document.getPage(0).getResources(), fonts, new ArrayList<>());
      assertFalse(fonts.isEmpty());
      for (PDFont font : fonts) {
        assertTrue(font.isEmbedded(), font.getName());
        assertTrue(font.getName().matches("[A-Z]{6}\\+DejaVuSans(-Bold)?"), font.getName());
      }
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains(figure.caption().title()), text);
    }
  }

  /** Of matrices only a tiny one: in pixels cells are given whole dots. */
  @ParameterizedTest
  @ValueSource(strings = {"curves", "panels", "error", "bytes", "table", "tiny-mask"})
  void thePageLooksLikeThePixels(String name) throws IOException {
    var figure = SampleFigures.all().get(name);
    var size = FigureSize.of(figure, FigureSize.Width.ONE_COLUMN);
    BufferedImage pixels = PngWriter.draw(figure, size, DPI);
    try (PDDocument document = Loader.loadPDF(pdf(figure, size))) {
      var page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
      assertEquals(pixels.getWidth(), page.getWidth(), 1);
      assertEquals(pixels.getHeight(), page.getHeight(), 1);
      double difference = difference(pixels, page);
      assertTrue(difference < 0.02, name + " differs by " + difference);
    }
  }

  /** Mean over pixels and colours, 0 to 1, each pixel against the closest of its neighbours. */
  private static double difference(BufferedImage a, BufferedImage b) {
    int width = Math.min(a.getWidth(), b.getWidth()) - 1;
    int height = Math.min(a.getHeight(), b.getHeight()) - 1;
    double sum = 0;
    for (int y = 1; y < height; y++) {
      for (int x = 1; x < width; x++) {
        int least = Integer.MAX_VALUE;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            least = Math.min(least, distance(a.getRGB(x, y), b.getRGB(x + dx, y + dy)));
          }
        }
        sum += least;
      }
    }
    return sum / (3 * 255.0 * width * height);
  }

  private static int distance(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      sum += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
    }
    return sum;
  }

  @Test
  void aMatrixIsAnImageWhosePixelsAreNotSmoothed() throws IOException {
    var figure = SampleFigures.mask(30, 78);
    try (PDDocument document = Loader.loadPDF(pdf(figure, new FigureSize(84, 60)))) {
      var images = new ArrayList<PDImageXObject>();
      collect(document.getPage(0).getResources(), new ArrayList<>(), images);
      assertEquals(1, images.size());
      var image = images.getFirst();
      assertEquals(78, image.getWidth());
      assertEquals(30, image.getHeight());
      assertFalse(image.getInterpolate());
      var cells = image.getImage();
      for (int i = 0; i < 30 * 78; i++) {
        int expected = figure.cells()[i] == 1 ? 0xFDE725 : 0x440154;
        assertEquals(expected, cells.getRGB(i % 78, i / 78) & 0xFFFFFF, "cell " + i);
      }
    }
  }

  @Test
  void theSameFigureGivesTheSameBytes() {
    var size = new FigureSize(84, 60);
    assertArrayEquals(pdf(SampleFigures.density(), size), pdf(SampleFigures.density(), size));
  }
}
