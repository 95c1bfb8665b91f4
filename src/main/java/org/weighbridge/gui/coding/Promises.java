package org.weighbridge.gui.coding;

import javafx.scene.control.Tooltip;
import org.weighbridge.codec.LayerCodec;
import org.weighbridge.codec.Promise;

/** What coders promise of decoded weights, in words. */
final class Promises {
  private Promises() {}

  static String words(Promise promise) {
    return switch (promise) {
      case BOUND -> "Asked for an error bound, which every weight keeps; zeros stay zero.";
      case ZEROS -> "Asked for no bound: the largest error is measured. Zeros stay zero.";
      case NONE ->
          "Asked for no bound: the largest error is measured. Zeros may become other values.";
    };
  }

  /** Of a button that chooses a coder. */
  static Tooltip tooltip(LayerCodec codec) {
    return new Tooltip(codec.name() + "\n" + words(codec.promise()));
  }
}
