package org.weighbridge.gui.chart;

import java.util.List;
import java.util.Locale;
import org.weighbridge.figure.Numbers;

/**
 * What a choice that grows coarser to the right is read by: a few named steps, or any positive
 * number.
 *
 * @param name what it is: {@code error bound}, {@code bits per weight}
 * @param symbol before numbers: {@code ε}; empty where there are steps
 * @param steps from fine to coarse; empty where every positive number may be chosen
 */
public record Scale(String name, String symbol, List<Step> steps) {
  /** Error bounds. */
  public static final Scale BOUNDS = new Scale("error bound", "ε", List.of());

  /** One of a few choices: a positive place and what it is called. */
  public record Step(double place, String text) {}

  public Scale {
    steps = List.copyOf(steps);
  }

  /** Of the axis. */
  public String title() {
    return symbol.isEmpty() ? name : name + " " + symbol;
  }

  /** The name as the beginning of a sentence. */
  public String heading() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  public boolean stepped() {
    return !steps.isEmpty();
  }

  /** A place as it is written: {@code 1e-2}, {@code 5 bits}. */
  public String text(double place) {
    return stepped() ? steps.get(nearest(place)).text() : Numbers.bound(place);
  }

  /** With the symbol before it: {@code ε 1e-2}, {@code 5 bits}. */
  public String marked(double place) {
    return symbol.isEmpty() ? text(place) : symbol + " " + text(place);
  }

  /** The place that can be chosen nearest to this one; of numbers one that people can read. */
  public double snap(double place) {
    return stepped() ? steps.get(nearest(place)).place() : Steps.round(place);
  }

  /** The next coarser or finer place: a step, or a number of 1, 2, 5. */
  public double next(double place, boolean coarser) {
    if (!stepped()) {
      return coarser ? Steps.stepUp(place) : Steps.stepDown(place);
    }
    int to = nearest(place) + (coarser ? 1 : -1);
    return steps.get(Math.clamp(to, 0, steps.size() - 1)).place();
  }

  private int nearest(double place) {
    int best = 0;
    for (int i = 1; i < steps.size(); i++) {
      if (distance(i, place) < distance(best, place)) {
        best = i;
      }
    }
    return best;
  }

  private double distance(int step, double place) {
    return Math.abs(Math.log(steps.get(step).place() / place));
  }
}
