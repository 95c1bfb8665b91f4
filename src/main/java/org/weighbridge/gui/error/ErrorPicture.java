package org.weighbridge.gui.error;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weighbridge.figure.Numbers;

/**
 * Errors of one layer, coded in one way or in two, counted on the same bins.
 *
 * @param layer its name
 * @param bins around the current bound
 * @param current under the configuration at hand
 * @param beside under another one; null for nothing
 */
record ErrorPicture(String layer, ErrorBins bins, ErrorSide current, @Nullable ErrorSide beside) {
  List<ErrorSide> sides() {
    return beside == null ? List.of(current) : List.of(current, beside);
  }

  /** What is to be known of a side: a short line for the legend, then all of it. */
  static String words(ErrorSide side) {
    boolean exact = Double.isInfinite(side.psnr());
    return "%s: %s outside ±ε, %s dB\n%slargest error %s\nPSNR %s dB, zeros included\n%s of %s kept weights outside ±ε%s"
        .formatted(
            side.name(),
            percent(side.outside()),
            exact ? "∞" : Numbers.fixed(side.psnr(), 0),
            side.details().isEmpty() ? "" : side.details() + "\n",
            side.maxError(),
            exact ? "∞" : Numbers.fixed(side.psnr(), 2),
            Numbers.count(Math.round(side.outside() * (double) side.weights())),
            Numbers.count(side.weights()),
            side.beyond() == 0 ? "" : ", " + Numbers.count(side.beyond()) + " beyond the axis");
  }

  private static String percent(double fraction) {
    return fraction == 0
        ? "0 %"
        : fraction < 5e-5 ? "< 0.01 %" : String.format(Locale.ROOT, "%.3g %%", 100 * fraction);
  }
}
