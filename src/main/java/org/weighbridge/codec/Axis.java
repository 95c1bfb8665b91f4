package org.weighbridge.codec;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The one parameter along which a codec's curves run.
 *
 * <p>Places on it are positive numbers that grow as the layer grows coarser, and are looked at on a
 * logarithmic scale: an error bound is its own place, b bits lie at 2^-b. So one assessment, one
 * optimizer and one slider serve all codecs.
 */
public sealed interface Axis {
  /** What the axis shows: {@code Error bound}, {@code Bits per weight}. */
  String label();

  /** What to begin with. */
  Setting start();

  /** The setting at a place; of an axis of steps the nearest one. */
  Setting at(double place);

  /** The place of a setting; empty when the weights decide it, or it is not on this axis. */
  OptionalDouble place(Setting setting);

  /** Whether settings of this kind are meant for this axis, on a place of it or beside. */
  boolean takes(Setting setting);

  /** The places that there are, from fine to coarse; empty where every positive number is one. */
  List<Double> places();

  /** What ticks show at a place. */
  String text(double place);

  /** Absolute error bounds. */
  record Bounds() implements Axis {
    private static final ErrorBound START = ErrorBound.absolute(1e-3);

    @Override
    public String label() {
      return "Error bound";
    }

    @Override
    public Setting start() {
      return START;
    }

    @Override
    public Setting at(double place) {
      return ErrorBound.absolute(place);
    }

    @Override
    public OptionalDouble place(Setting setting) {
      return setting instanceof ErrorBound bound && bound.mode() == ErrorBound.Mode.ABSOLUTE
          ? OptionalDouble.of(bound.value())
          : OptionalDouble.empty();
    }

    @Override
    public boolean takes(Setting setting) {
      return setting instanceof ErrorBound;
    }

    @Override
    public List<Double> places() {
      return List.of();
    }

    @Override
    public String text(double place) {
      return String.valueOf(place);
    }
  }

  /**
   * One of a few settings.
   *
   * @param text what ticks show
   */
  record Step(double place, Parameter setting, String text) {
    public Step {
      if (!(place > 0) || Double.isInfinite(place)) {
        throw new IllegalArgumentException("place " + place + " is not positive and finite");
      }
    }
  }

  /**
   * A few settings, from fine to coarse.
   *
   * @param start one of them
   */
  record Steps(String label, List<Step> steps, Parameter start) implements Axis {
    public Steps {
      steps = List.copyOf(steps);
      for (int i = 1; i < steps.size(); i++) {
        if (steps.get(i).place() <= steps.get(i - 1).place()) {
          throw new IllegalArgumentException("steps of " + label + " do not grow coarser");
        }
      }
    }

    /** From the most bits to the fewest, b bits at 2^-b. */
    public static Steps bits(String label, int fewest, int most, int start) {
      var steps = new java.util.ArrayList<Step>();
      for (int bits = most; bits >= fewest; bits--) {
        steps.add(
            new Step(
                Math.scalb(1.0, -bits),
                Parameter.bits(bits),
                bits + (bits == 1 ? " bit" : " bits")));
      }
      return new Steps(label, steps, Parameter.bits(start));
    }

    /** Of codecs that have nothing to choose. */
    public static Steps none() {
      return new Steps(
          "Nothing to choose", List.of(new Step(1, Parameter.NONE, "as it is")), Parameter.NONE);
    }

    @Override
    public Setting at(double place) {
      return nearest(place).setting();
    }

    @Override
    public OptionalDouble place(Setting setting) {
      return steps.stream()
          .filter(step -> step.setting().equals(setting))
          .mapToDouble(Step::place)
          .findFirst();
    }

    @Override
    public boolean takes(Setting setting) {
      return setting instanceof Parameter parameter && parameter.name().equals(start.name());
    }

    @Override
    public List<Double> places() {
      return steps.stream().map(Step::place).toList();
    }

    @Override
    public String text(double place) {
      return nearest(place).text();
    }

    private Step nearest(double place) {
      var best = steps.getFirst();
      for (var step : steps) {
        if (distance(step, place) < distance(best, place)) {
          best = step;
        }
      }
      return best;
    }

    private static double distance(Step step, double place) {
      return Math.abs(Math.log(step.place() / place));
    }
  }
}
