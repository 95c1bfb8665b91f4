package org.weighbridge.gui.mask;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;

/** What the colours of the mask view mean. */
final class MaskLegend extends HBox {
  private static final int WIDTH = 72;
  private static final int HEIGHT = 8;

  private final Label meaning = new Label();
  private final Label low = new Label();
  private final Label high = new Label();
  private final WritableImage bar = new WritableImage(WIDTH, HEIGHT);

  MaskLegend() {
    super(6);
    setAlignment(Pos.CENTER_LEFT);
    low.setMinWidth(USE_PREF_SIZE);
    high.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(meaning, low, new ImageView(bar), high);
  }

  void show(DensityPyramid pyramid, MaskMode mode) {
    boolean mask = mode == MaskMode.MASK;
    float top = pyramid.topDensity();
    meaning.setText(mask ? "kept per cell" : "weight");
    low.setText(mask ? "0" : String.format(Locale.ROOT, "≤ %.2g", -pyramid.scale()));
    high.setText(
        mask
            ? String.format(Locale.ROOT, top < 1 ? "≥ %.0f %%" : "%.0f %%", 100 * top)
            : String.format(Locale.ROOT, "≥ %.2g", pyramid.scale()));
    for (int x = 0; x < WIDTH; x++) {
      float part = x / (WIDTH - 1f);
      int colour = mask ? Colours.density(part, 1) : Colours.weight(2 * part - 1, 1);
      for (int y = 0; y < HEIGHT; y++) {
        bar.getPixelWriter().setArgb(x, y, colour);
      }
    }
  }
}
