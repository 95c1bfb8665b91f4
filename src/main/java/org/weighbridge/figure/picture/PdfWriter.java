package org.weighbridge.figure.picture;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.weighbridge.figure.Figure;

/**
 * Writes figures as PDF by Apache PDFBox: one page of the figure's size, text with the glyphs that
 * it needs. No date and no chance goes into the file.
 */
final class PdfWriter {
  /** What PDFBox makes the identifier of a file from, in place of the time. */
  private static final long DOCUMENT = 1;

  private PdfWriter() {}

  static void write(Figure figure, FigureSize size, OutputStream out) throws IOException {
    float width = (float) size.widthPoints();
    float height = (float) size.heightPoints();
    // closed last: the file takes its glyphs from them when it is saved
    try (TrueTypeFont regular = parse(Typeface.REGULAR);
        TrueTypeFont bold = parse(Typeface.BOLD);
        var document = new PDDocument()) {
      document.setDocumentId(DOCUMENT);
      var page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      var text = new PdfBoxGraphics2DFontTextDrawer();
      text.registerFont(Typeface.REGULAR.fontName(), PDType0Font.load(document, regular, true));
      text.registerFont(Typeface.BOLD.fontName(), PDType0Font.load(document, bold, true));
      var canvas = new PdfBoxGraphics2D(document, width, height);
      canvas.setFontTextDrawer(text);
      FigurePainter.paint(figure, size, canvas, FigurePainter.VECTOR);
      canvas.dispose();
      try (var content = new PDPageContentStream(document, page)) {
        content.drawForm(canvas.getXFormObject());
      }
      document.getDocumentInformation().setTitle(figure.caption().title());
      document.getDocumentInformation().setSubject(figure.caption().detail());
      document.getDocumentInformation().setCreator("Weighbridge");
      document.save(out);
    }
  }

  /** Without ligatures, which text was not measured with. */
  private static TrueTypeFont parse(Typeface typeface) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(typeface.file()));
    font.setEnableGsub(false);
    return font;
  }
}
