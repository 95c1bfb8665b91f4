package org.weighbridge.figure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An axis: what it counts and which part of it is shown.
 *
 * @param title what the axis counts, such as {@code top-1 accuracy}
 * @param unit such as {@code %}; empty for none
 * @param scale how values become positions
 * @param from the lower end; empty: what the data need
 * @param to the upper end; empty: what the data need
 * @param named the only marks, where values have names; empty: round values
 */
public record Axis(
    String title,
    String unit,
    Scale scale,
    OptionalDouble from,
    OptionalDouble to,
    List<Ticks.Tick> named) {
  public Axis {
    named = List.copyOf(named);
  }

  /** How values become positions. */
  public enum Scale {
    LINEAR,
    /** By the logarithm; values that are not positive have no place. */
    LOG
  }

  public static Axis linear(String title, String unit) {
    return new Axis(
        title, unit, Scale.LINEAR, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
  }

  public static Axis log(String title, String unit) {
    return new Axis(
        title, unit, Scale.LOG, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
  }

  /** This axis with fixed ends. */
  public Axis range(double from, double to) {
    return new Axis(title, unit, scale, OptionalDouble.of(from), OptionalDouble.of(to), named);
  }

  /** This axis with marks at values that have names. */
  public Axis named(List<Ticks.Tick> names) {
    return new Axis(title, unit, scale, from, to, names);
  }

  /** Title and unit as they stand beside the axis: {@code top-1 accuracy [%]}. */
  public String label() {
    return unit.isEmpty() ? title : title + " [" + unit + "]";
  }
}
