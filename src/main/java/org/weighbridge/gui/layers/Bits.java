package org.weighbridge.gui.layers;

import org.weighbridge.figure.Numbers;

/**
 * Encoded bits per weight of the dense layer.
 *
 * @param value NaN where it is not known
 */
record Bits(State state, double value) {
  /** Where it comes from. */
  enum State {
    MEASURED,
    PREDICTED,
    UNKNOWN
  }

  static final Bits UNKNOWN = new Bits(State.UNKNOWN, Double.NaN);

  static Bits measured(double value) {
    return new Bits(State.MEASURED, value);
  }

  static Bits predicted(long bytes, long weights) {
    return weights == 0 ? UNKNOWN : new Bits(State.PREDICTED, 8.0 * bytes / weights);
  }

  /** Short; a tilde tells predictions apart. */
  String words() {
    return switch (state) {
      case MEASURED -> Numbers.fixed(value, 2);
      case PREDICTED -> "~" + Numbers.fixed(value, 2);
      case UNKNOWN -> "–";
    };
  }

  String stateWord() {
    return switch (state) {
      case MEASURED -> "measured";
      case PREDICTED -> "predicted";
      case UNKNOWN -> "";
    };
  }

  String whole() {
    return switch (state) {
      case MEASURED -> "%s bit per weight, measured by encoding the layer".formatted(value);
      case PREDICTED -> "About %s bit per weight, predicted from the curves".formatted(value);
      case UNKNOWN -> "Not encoded and not assessed yet, or locked";
    };
  }
}
