package org.weighbridge.gui.mask;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a matrix, one pixel of it for one pixel of the screen. It is painted off the
 * window's thread into the one of two buffers that is not shown; until then the picture before is
 * moved and stretched to where it would be, so that a drag never waits.
 */
final class MaskImage extends ImageView {
  private final Newest<Request, Buffer> painting = new Newest<>(this::paint, this::show, () -> {});
  private Buffer spare = new Buffer(1, 1); // the painter's while it works
  private @Nullable Buffer front;
  private @Nullable Request shown;
  private @Nullable Request wanted;

  /** Pixels of the screen for one of the window: 2 on a dense screen. */
  private record Request(
      Shading shading, Viewport view, double width, double height, double density) {
    int pixelsAcross() {
      return Math.max(1, (int) Math.ceil(width * density));
    }

    int pixelsDown() {
      return Math.max(1, (int) Math.ceil(height * density));
    }
  }

  private static final class Buffer {
    final int width;
    final int height;
    final int[] pixels;
    final PixelBuffer<IntBuffer> buffer;
    final WritableImage image;

    Buffer(int width, int height) {
      this.width = width;
      this.height = height;
      pixels = new int[width * height];
      buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      image = new WritableImage(buffer);
    }
  }

  MaskImage() {
    setSmooth(false);
    setManaged(false);
  }

  /** Shows what a viewport sees, in pixels of the window, as soon as it is painted. */
  void look(Shading shading, Viewport view, double width, double height, double density) {
    var request = new Request(shading, view, width, height, density);
    if (!request.equals(wanted)) {
      wanted = request;
      place(view);
      painting.ask(request);
    }
  }

  private Buffer paint(Request request) {
    int width = request.pixelsAcross();
    int height = request.pixelsDown();
    if (spare.width != width || spare.height != height) {
      spare = new Buffer(width, height);
    }
    Viewport view = request.view();
    double density = request.density();
    var dense =
        new Viewport(view.left(), view.top(), view.scaleX() * density, view.scaleY() * density);
    new MaskPainter(request.shading()).paint(dense, spare.pixels, width, height);
    return spare;
  }

  private void show(Request request, Buffer painted) {
    spare = front == null ? new Buffer(1, 1) : front;
    front = painted;
    shown = request;
    setImage(painted.image);
    painted.buffer.updateBuffer(all -> null);
    place(wanted == null ? request.view() : wanted.view());
  }

  /** Whether a matrix is painted as it is wanted. */
  boolean shows(Shading shading) {
    return wanted != null && wanted.shading().equals(shading) && wanted.equals(shown);
  }

  /** Puts the picture that is shown where it belongs in this view. */
  private void place(Viewport view) {
    Request of = shown;
    Buffer picture = front;
    if (of == null || picture == null) {
      return;
    }
    setX((of.view().left() - view.left()) * view.scaleX());
    setY((of.view().top() - view.top()) * view.scaleY());
    setFitWidth(picture.width / of.density() * view.scaleX() / of.view().scaleX());
    setFitHeight(picture.height / of.density() * view.scaleY() / of.view().scaleY());
  }
}
