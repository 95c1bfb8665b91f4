package org.weighbridge.gui.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.weighbridge.tensor.Shape;
import org.weighbridge.tensor.Tensor;

class MaskPainterTest {
  @Test
  void oneWeightIsOneSquareWhenZoomedIn() {
    Tensor tensor = Tensor.of(Shape.of(2, 2), 1, 0, 0, -1);
    int[] pixels = paint(tensor, MaskMode.MASK, new Viewport(0, 0, 2, 2), 4, 4);
    int on = Colours.density(1, 1);
    int off = Colours.density(0, 1);
    assertEquals(on, pixels[0]);
    assertEquals(on, pixels[5]);
    assertEquals(off, pixels[2]);
    assertEquals(off, pixels[8]);
    assertEquals(on, pixels[15]);
  }

  @Test
  void outsideOfTheMatrixNothingIsPainted() {
    Tensor tensor = Tensor.of(Shape.of(1, 1), 1);
    int[] pixels = paint(tensor, MaskMode.MASK, new Viewport(-1, -1, 1, 1), 3, 3);
    assertEquals(0, pixels[0]);
    assertEquals(Colours.density(1, 1), pixels[4]);
    assertEquals(0, pixels[8]);
  }

  @Test
  void signsHaveOppositeColours() {
    Tensor tensor = Tensor.of(Shape.of(1, 3), -0.1f, 0, 0.1f);
    int[] pixels = paint(tensor, MaskMode.WEIGHTS, new Viewport(0, 0, 1, 1), 3, 1);
    assertTrue((pixels[0] & 255) > (pixels[0] >> 16 & 255), "negative is blue");
    assertTrue((pixels[2] & 255) < (pixels[2] >> 16 & 255), "positive is red");
    assertEquals(Colours.weight(0, 1), pixels[1]);
  }

  @Test
  void anOverviewAveragesTheSameFromEveryLevel() {
    Tensor tensor = DensityPyramidTest.sparse(0.5, 256, 256);
    DensityPyramid pyramid = DensityPyramid.of(tensor);
    int[] pixels = paint(tensor, MaskMode.MASK, new Viewport(0, 0, 1 / 16.0, 1 / 16.0), 16, 16);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        float density = pyramid.density(-1, 16 * y, 16 * y + 16, 16 * x, 16 * x + 16);
        assertEquals(Colours.density(density, pyramid.topDensity()), pixels[16 * y + x]);
      }
    }
  }

  @Test
  void fittingShowsTheWholeInTheMiddle() {
    Viewport view = Viewport.fit(100, 200, 400, 400);
    assertEquals(2, view.scaleX());
    assertEquals(4, view.scaleY());
    Viewport thin = Viewport.fit(1, 10_000, 500, 400);
    assertEquals(0.05, thin.scaleX(), 1e-12);
    assertTrue(thin.scaleY() <= 48 * thin.scaleX() + 1e-12, "not more oblong than readable");
    assertEquals(thin.row(200), 0, "in the middle");
  }

  @Test
  void zoomingKeepsTheWeightUnderThePointerAndEndsAtSquares() {
    Viewport view = Viewport.fit(1000, 2000, 400, 300);
    int column = view.column(123);
    int row = view.row(45);
    for (int i = 0; i < 40; i++) {
      view = view.zoom(1.25, 123, 45, 1000, 2000, 400, 300);
      assertEquals(column, view.column(123), 1);
      assertEquals(row, view.row(45), 1);
    }
    assertEquals(Viewport.CLOSEST, view.scaleX());
    assertEquals(Viewport.CLOSEST, view.scaleY());
    for (int i = 0; i < 60; i++) {
      view = view.zoom(0.8, 123, 45, 1000, 2000, 400, 300);
    }
    assertEquals(Viewport.fit(1000, 2000, 400, 300), view);
  }

  @Test
  void panningStopsAtTheEdges() {
    Viewport view = Viewport.fit(100, 100, 100, 100).zoom(4, 50, 50, 100, 100, 100, 100);
    assertEquals(0, view.pan(1e6, 1e6, 100, 100, 100, 100).left());
    assertEquals(75, view.pan(-1e6, -1e6, 100, 100, 100, 100).left());
  }

  private static int[] paint(Tensor tensor, MaskMode mode, Viewport view, int width, int height) {
    int[] pixels = new int[width * height];
    new MaskPainter(Shading.of(MaskSource.of(tensor, "layer"), mode))
        .paint(view, pixels, width, height);
    return pixels;
  }
}
