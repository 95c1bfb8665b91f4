package org.weighbridge.training.gradient;

import java.util.List;

/**
 * Which units stay out of a step.
 *
 * @param ratios the fraction to leave out, 0 to 1 exclusive, per {@link DropoutPlace}
 * @param seed decides which ones; another one for every step
 */
public record Dropout(List<Double> ratios, long seed) {
  public Dropout {
    ratios = List.copyOf(ratios);
  }

  /** Nothing is left out. */
  public static Dropout none(Gradients gradients) {
    return new Dropout(gradients.dropouts().stream().map(place -> 0.0).toList(), 0);
  }
}
