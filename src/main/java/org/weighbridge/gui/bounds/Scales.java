package org.weighbridge.gui.bounds;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weighbridge.codec.Axis;
import org.weighbridge.codec.Parameter;
import org.weighbridge.codec.Setting;
import org.weighbridge.gui.chart.Scale;
import org.weighbridge.gui.input.NumberInput;

/** Axes of coders as sliders and charts show them, and as people type their settings. */
public final class Scales {
  /** A number with a name before or behind it: {@code bits:5}, {@code 5 bits}. */
  private static final Pattern NAMED =
      Pattern.compile("(?:([a-z]+)\\s*:?\\s*)?([-+.0-9]+(?:e[-+]?[0-9]+)?)\\s*([a-z]*)");

  private Scales() {}

  /** How an axis is read. */
  public static Scale of(Axis axis) {
    return switch (axis) {
      case Axis.Bounds bounds -> Scale.BOUNDS;
      case Axis.Steps steps ->
          new Scale(
              steps.label().toLowerCase(Locale.ROOT),
              "",
              steps.steps().stream()
                  .map(step -> new Scale.Step(step.place(), step.text()))
                  .toList());
    };
  }

  /** Whether there is anything to choose. */
  public static boolean choosable(Axis axis) {
    return axis.places().size() != 1;
  }

  /**
   * The place that somebody typed: of bounds a number, of steps {@code 5}, {@code 5 bits} or {@code
   * bits:5}, of which the nearest step is taken; empty for anything else.
   */
  static OptionalDouble typed(Axis axis, String text) {
    return switch (axis) {
      case Axis.Bounds bounds -> NumberInput.parse(text);
      case Axis.Steps steps -> typed(steps, text);
    };
  }

  private static OptionalDouble typed(Axis.Steps axis, String text) {
    var parts = NAMED.matcher(text.strip().toLowerCase(Locale.ROOT).replace(',', '.'));
    if (!parts.matches() || !isName(parts.group(1), axis) || !isName(parts.group(3), axis)) {
      return OptionalDouble.empty();
    }
    double value;
    try {
      value = Double.parseDouble(parts.group(2));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
    return axis.steps().stream()
        .min(Comparator.comparingDouble(step -> Math.abs(step.setting().value() - value)))
        .map(step -> OptionalDouble.of(step.place()))
        .orElse(OptionalDouble.empty());
  }

  /** {@code bit} is as good as {@code bits}. */
  private static boolean isName(@Nullable String typed, Axis.Steps axis) {
    return typed == null || typed.isEmpty() || axis.start().name().startsWith(typed);
  }

  /** A setting of a coder with this axis as people read it: {@code ε 1e-2}, {@code 5 bits}. */
  public static String words(Axis axis, Setting setting) {
    var scale = of(axis);
    return axis.place(setting).isPresent()
        ? scale.marked(axis.place(setting).getAsDouble())
        : setting instanceof Parameter(String name, double value)
            ? name + " " + value
            : "ε " + setting;
  }
}
