package org.weighbridge.gui.mask;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import org.weighbridge.figure.Numbers;

/** What the colours of the mask view mean: short here, in full in the tooltip. */
final class MaskLegend extends HBox {
  private static final int WIDTH = 72;
  private static final int HEIGHT = 8;

  private final Label meaning = new Label();
  private final Label low = new Label();
  private final Label high = new Label();
  private final WritableImage bar = new WritableImage(WIDTH, HEIGHT);
  private final Tooltip whole = new Tooltip();

  MaskLegend() {
    super(6);
    setAlignment(Pos.CENTER_LEFT);
    low.setMinWidth(USE_PREF_SIZE);
    high.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(meaning, low, new ImageView(bar), high);
    Tooltip.install(this, whole);
  }

  /** The words at the ends of the bar, and in full what is between them. */
  private record Words(String meaning, String low, String high, String whole) {}

  void show(Shading shading) {
    var words = words(shading);
    meaning.setText(words.meaning());
    low.setText(words.low());
    high.setText(words.high());
    whole.setText(words.whole());
    var mode = shading.mode();
    boolean signed = mode == MaskMode.WEIGHTS || mode == MaskMode.ERROR;
    for (int x = 0; x < WIDTH; x++) {
      float part = x / (WIDTH - 1f);
      int colour = signed ? Colours.weight(2 * part - 1, 1) : Colours.density(part, 1);
      for (int y = 0; y < HEIGHT; y++) {
        bar.getPixelWriter().setArgb(x, y, colour);
      }
    }
  }

  private static Words words(Shading shading) {
    return switch (shading.mode()) {
      case MASK -> {
        float top = shading.pyramid().topDensity();
        String high = String.format(Locale.ROOT, top < 1 ? "≥ %.0f %%" : "%.0f %%", 100 * top);
        yield new Words(
            "kept per cell",
            "0",
            high,
            "How many of the weights on one pixel are kept: from none to %s".formatted(high));
      }
      case WEIGHTS -> {
        double reach = shading.reach();
        yield new Words(
            "weight",
            String.format(Locale.ROOT, "≤ %.2g", -reach),
            String.format(Locale.ROOT, "≥ %.2g", reach),
            "Value of the weight, of several on one pixel the largest; full colour from ±%s on"
                    .formatted((float) reach)
                + " (three times the root mean square)");
      }
      case ERROR -> {
        double bound = shading.reach();
        yield bound == 0
            ? new Words(
                "lossless", "0", "0", "This layer has no bound: it is carried along without error")
            : new Words(
                "error",
                "−" + Numbers.bound(bound),
                "+" + Numbers.bound(bound),
                "Decoded less original weight, of several on one pixel the largest; full colour at"
                    + " ±%s, the bound, the larger one where two are compared".formatted(bound));
      }
      case BINS -> {
        var levels = shading.levels();
        if (levels == null || levels.size() == 0) {
          yield new Words("no values", "", "", "Every weight decodes to zero");
        }
        int last = levels.size() - 1;
        yield new Words(
            "bin",
            "1",
            shading.source().caption().isEmpty() ? Numbers.count(levels.size()) : "last",
            "Rank of the decoded value: bin 1 is %s, bin %s is %s; zero has none (light)"
                .formatted(levels.value(0), Numbers.count(levels.size()), levels.value(last)));
      }
    };
  }
}
