package org.weighbridge.gui.input;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.TextField;

/** Positive numbers that people type. */
public final class NumberInput {
  private NumberInput() {}

  /**
   * What somebody typed, such as {@code 2e-2} or {@code 0,3}; empty when it is nothing positive.
   */
  public static OptionalDouble parse(String typed) {
    try {
      double value = Double.parseDouble(typed.strip().toLowerCase(Locale.ROOT).replace(',', '.'));
      return value > 0 && Double.isFinite(value)
          ? OptionalDouble.of(value)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * Shows a number; takes what is typed on Enter and on leaving, goes back when it is no number.
   */
  public static void bind(TextField field, DoubleProperty number) {
    bind(field, number, NumberInput::parse);
  }

  /** As {@link #bind}, for numbers that may be nothing at all. */
  public static void bindOrZero(TextField field, DoubleProperty number) {
    bind(field, number, typed -> typed.strip().equals("0") ? OptionalDouble.of(0) : parse(typed));
  }

  private static void bind(
      TextField field, DoubleProperty number, Function<String, OptionalDouble> reader) {
    Runnable show = () -> field.setText(plain(number.get()));
    Runnable take =
        () -> {
          reader.apply(field.getText()).ifPresent(number::set);
          show.run();
        };
    number.addListener(change -> show.run());
    field.setOnAction(event -> take.run());
    field
        .focusedProperty()
        .addListener(
            (o, before, focused) -> {
              if (!focused) {
                take.run();
              }
            });
    show.run();
  }

  private static String plain(double value) {
    return value == Math.rint(value) && value < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
