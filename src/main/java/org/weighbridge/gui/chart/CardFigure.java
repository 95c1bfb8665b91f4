package org.weighbridge.gui.chart;

import java.util.Locale;
import java.util.function.Supplier;
import org.weighbridge.figure.Figure;

/**
 * What a card shows now, as a figure: the same numbers, drawn for paper instead of the screen.
 *
 * @param name what it is, in a few words, such as {@code reconstruction error of fc1}
 * @param drawing makes the figure from values that change no more; may take a while, so away from
 *     the window's thread
 */
public record CardFigure(String name, Supplier<? extends Figure> drawing) {
  /** Names of layers can be of any length, names of files cannot. */
  private static final int LONGEST = 100;

  public Figure figure() {
    return drawing.get();
  }

  /** The name as files have it: {@code reconstruction-error-of-fc1}. */
  public String fileName() {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-");
    return plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^[-.]+|[-.]+$", "");
  }
}
