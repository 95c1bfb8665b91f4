package org.weighbridge.gui.mask;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The whole matrix, small, and a frame around what is seen; a click or a drag moves that. */
final class MiniMap extends Region {
  private static final double SIDE = 76;

  private final Camera camera;
  private final MaskImage image = new MaskImage();
  private final Rectangle edge = new Rectangle();
  private final Rectangle frame = new Rectangle();
  private Viewport whole = new Viewport(0, 0, 1, 1);

  MiniMap(Camera camera) {
    this.camera = camera;
    setManaged(false);
    edge.getStyleClass().add("mini-map-edge");
    frame.getStyleClass().add("mini-map-frame");
    getStyleClass().add("mini-map");
    for (Rectangle rectangle : java.util.List.of(edge, frame)) {
      rectangle.setManaged(false);
      rectangle.setMouseTransparent(true);
    }
    image.setMouseTransparent(true);
    getChildren().addAll(image, edge, frame);
    setPickOnBounds(true);
    setCursor(Cursor.CROSSHAIR);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::move);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::move);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume); // the picture below has none of it
  }

  /** Shows itself at the right end of a picture of this size, unless all is seen there. */
  void place(Shading shading, double width, double height, double density) {
    setVisible(!camera.whole());
    if (!isVisible()) {
      return;
    }
    int rows = shading.pyramid().rows();
    int columns = shading.pyramid().columns();
    var fitted = Viewport.fit(rows, columns, SIDE, SIDE);
    whole = new Viewport(0, 0, fitted.scaleX(), fitted.scaleY());
    double w = Math.max(3, columns * whole.scaleX());
    double h = Math.max(3, rows * whole.scaleY());
    resizeRelocate(width - w - 6, 6, w, h);
    image.look(shading, whole, w, h, density);
    edge.setWidth(w);
    edge.setHeight(h);
    Viewport seen = camera.view();
    double left = Math.max(0, seen.left()) * whole.scaleX();
    double top = Math.max(0, seen.top()) * whole.scaleY();
    frame.setX(left);
    frame.setY(top);
    frame.setWidth(Math.clamp(width / seen.scaleX() * whole.scaleX(), 3, Math.max(3, w - left)));
    frame.setHeight(Math.clamp(height / seen.scaleY() * whole.scaleY(), 3, Math.max(3, h - top)));
  }

  private void move(MouseEvent event) {
    camera.centre(event.getY() / whole.scaleY(), event.getX() / whole.scaleX());
    event.consume();
  }
}
