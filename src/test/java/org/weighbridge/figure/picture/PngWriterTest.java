package org.weighbridge.figure.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighbridge.figure.Axis;
import org.weighbridge.figure.Caption;
import org.weighbridge.figure.Figure;
import org.weighbridge.figure.ImageFigure;
import org.weighbridge.figure.Series;
import org.weighbridge.figure.Style;
import org.weighbridge.figure.XyFigure;

class PngWriterTest {
  private static final int WHITE = 0xFFFFFF;
  private static final int BLUE = 0x0072B2;

  static List<String> names() {
    return new ArrayList<>(SampleFigures.all().keySet());
  }

  private static byte[] png(Figure figure, FigureSize size, int dpi) throws IOException {
    var out = new ByteArrayOutputStream();
    PngWriter.write(figure, size, dpi, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingIsCutOffAtEitherWidth(String name) throws IOException {
    Figure figure = SampleFigures.all().get(name);
    for (FigureSize.Width width : FigureSize.Width.values()) {
      FigureSize size = FigureSize.of(figure, width);
      var image = ImageIO.read(new ByteArrayInputStream(png(figure, size, 100)));

      assertEquals(Math.round(width.mm() / 25.4 * 100), image.getWidth());
      assertEquals(Math.round(size.heightMm() / 25.4 * 100), image.getHeight());
      assertTrue(inked(image) > 0.01 * image.getWidth() * image.getHeight(), "nearly blank");
      assertBorderIsWhite(image);
    }
  }

  private static long inked(BufferedImage image) {
    long inked = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        inked += (image.getRGB(x, y) & WHITE) == WHITE ? 0 : 1;
      }
    }
    return inked;
  }

  private static void assertBorderIsWhite(BufferedImage image) {
    int right = image.getWidth() - 1;
    int bottom = image.getHeight() - 1;
    for (int inset = 0; inset < 3; inset++) {
      for (int x = 0; x <= right; x++) {
        assertEquals(WHITE, image.getRGB(x, inset) & WHITE, "top at " + x);
        assertEquals(WHITE, image.getRGB(x, bottom - inset) & WHITE, "bottom at " + x);
      }
      for (int y = 0; y <= bottom; y++) {
        assertEquals(WHITE, image.getRGB(inset, y) & WHITE, "left at " + y);
        assertEquals(WHITE, image.getRGB(right - inset, y) & WHITE, "right at " + y);
      }
    }
  }

  @Test
  void theFileSaysItsResolution() throws IOException {
    byte[] png = png(SampleFigures.weights(), new FigureSize(84, 60), 300);
    String text = new String(png, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("pHYs") + 4;
    int perMetre =
        (png[at] & 0xFF) << 24
            | (png[at + 1] & 0xFF) << 16
            | (png[at + 2] & 0xFF) << 8
            | (png[at + 3] & 0xFF);
    assertEquals(11811, perMetre);
  }

  @Test
  void theSameFigureGivesTheSameBytes() throws IOException {
    var size = new FigureSize(84, 60);
    assertArrayEquals(png(SampleFigures.bytes(), size, 150), png(SampleFigures.bytes(), size, 150));
  }

  @Test
  void pointsLieWhereTheirValuesSay() {
    var points = List.of(Series.Point.of(1, 0), Series.Point.of(10, 5), Series.Point.of(100, 10));
    var figure =
        new XyFigure(
            Caption.NONE,
            Axis.log("", "").range(1, 100),
            Axis.linear("", "").range(0, 10),
            List.of(new Series("", Style.of(0), points)),
            List.of());
    BufferedImage image = PngWriter.draw(figure, new FigureSize(100, 60), 254);
    // a straight line on these axes: the middle marker lies halfway between the outer ones
    int[] box = blueBox(image);
    int x = (box[0] + box[2]) / 2;
    int y = (box[1] + box[3]) / 2;
    assertEquals(BLUE, image.getRGB(x, y) & WHITE);
    assertEquals(WHITE, image.getRGB(x - 40, y - 20) & WHITE);
  }

  /** Left, top, right and bottom of all that is blue. */
  private static int[] blueBox(BufferedImage image) {
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & WHITE) == BLUE) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    return box;
  }

  @Test
  void everyWeightOfAMaskGetsTheSameNumberOfPixels() {
    var figure = SampleFigures.mask(30, 78);
    BufferedImage image =
        PngWriter.draw(figure, FigureSize.of(figure, FigureSize.Width.TWO_COLUMNS), 300);
    int kept = 0;
    for (float cell : figure.cells()) {
      kept += (int) cell;
    }
    int yellow = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        yellow += (image.getRGB(x, y) & WHITE) == 0xFDE725 ? 1 : 0;
      }
    }
    // a cell's side in pixels, and a little for the key and under the frame
    double side = Math.sqrt((double) yellow / kept);
    assertEquals(Math.rint(side), side, 0.02 * side, yellow + " pixels for " + kept);
  }

  @Test
  void labelsOfCloseLinesArePushedApart() {
    double[] sizes = {10, 10, 10};
    assertArrayEquals(
        new double[] {20, 30, 70}, ReferenceLines.spread(new double[] {20, 21, 70}, sizes, 0, 100));
    assertArrayEquals(
        new double[] {80, 90, 100},
        ReferenceLines.spread(new double[] {98, 99, 100}, sizes, 0, 100));
  }

  @Test
  void aFlatImageHasRoomForTheWordsBesideItsKey() {
    var label = "decoded − original";
    var flat =
        new ImageFigure(
            new Caption("Errors", ""),
            Axis.linear("input", "").range(0, 100),
            Axis.linear("output", "").range(0, 10),
            new ImageFigure.Range(Axis.linear(label, ""), -1, 1),
            10,
            100,
            new float[1000]);
    var size = FigureSize.of(flat, FigureSize.Width.ONE_COLUMN);
    double heading = Heading.height(flat.caption(), size.widthPoints());
    double words = Pen.width(label, Fonts.TEXT);
    assertTrue(size.heightPoints() - heading >= words, size + " for " + words);
  }
}
