package org.weighbridge.gui.mask;

/**
 * Turns the part of a matrix that a viewport sees into pixels. Needs no toolkit, and not the pool
 * of threads either, for a drag waits for it and the pool may be busy with long work.
 */
final class MaskPainter {
  private final Shading shading;
  private final DensityPyramid pyramid;

  MaskPainter(Shading shading) {
    this.shading = shading;
    this.pyramid = shading.pyramid();
  }

  /**
   * Paints every pixel.
   *
   * @param pixels 0xAARRGGBB, row-major; transparent where there is no weight
   */
  void paint(Viewport view, int[] pixels, int width, int height) {
    int[] columns = edges(width, view.left(), view.scaleX(), pyramid.columns());
    int[] rows = edges(height, view.top(), view.scaleY(), pyramid.rows());
    int level = level(view, pyramid.levels().size());
    for (int y = 0; y < height; y++) {
      int from = rows[2 * y];
      int to = rows[2 * y + 1];
      if (y > 0 && from == rows[2 * y - 2] && to == rows[2 * y - 1]) {
        System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
        continue;
      }
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] =
            from < to && columns[2 * x] < columns[2 * x + 1]
                ? shading.colour(level, from, to, columns[2 * x], columns[2 * x + 1])
                : 0;
      }
    }
  }

  /** The coarsest level whose cells are no larger than a pixel in either direction, -1 for none. */
  private static int level(Viewport view, int levels) {
    double weights = Math.min(1 / view.scaleX(), 1 / view.scaleY());
    int level = -1;
    while (level + 1 < levels && weights >= 1 << (level + 3)) {
      level++;
    }
    return level;
  }

  /** For each pixel the first weight and the one after the last, equal outside of the matrix. */
  private static int[] edges(int pixels, double from, double scale, int size) {
    int[] edges = new int[2 * pixels];
    for (int i = 0; i < pixels; i++) {
      int first = (int) Math.floor(from + i / scale + 1e-9);
      int last = (int) Math.floor(from + (i + 1) / scale + 1e-9);
      edges[2 * i] = Math.clamp(first, 0, size);
      edges[2 * i + 1] = Math.clamp(scale >= 1 ? first + 1 : Math.max(first + 1, last), 0, size);
    }
    return edges;
  }
}
