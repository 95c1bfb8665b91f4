package org.weighbridge.gui.mask;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** A picture of a matrix, one pixel of it for one pixel of the screen. */
final class MaskImage extends ImageView {
  private int[] pixels = {};
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private int width;
  private int height;

  MaskImage() {
    setSmooth(false);
    setManaged(false);
  }

  /**
   * Paints what the viewport sees.
   *
   * @param view in pixels of the window
   * @param density pixels of the screen for one pixel of the window, 2 on a dense screen
   */
  void paint(MaskPainter painter, Viewport view, double w, double h, double density) {
    resizePixels((int) Math.ceil(w * density), (int) Math.ceil(h * density));
    setFitWidth(width / density);
    setFitHeight(height / density);
    var dense =
        new Viewport(view.left(), view.top(), view.scaleX() * density, view.scaleY() * density);
    painter.paint(dense, pixels, width, height);
    if (buffer != null) {
      buffer.updateBuffer(all -> null);
    }
  }

  private void resizePixels(int newWidth, int newHeight) {
    if (buffer == null || newWidth != width || newHeight != height) {
      width = newWidth;
      height = newHeight;
      pixels = new int[width * height];
      buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      setImage(new WritableImage(buffer));
    }
  }
}
