package org.weighbridge.optimizer;

import java.util.List;
import java.util.Optional;

/**
 * What the exact optimizer chooses for every budget up to a largest one: no combination of assessed
 * bounds beats a choice of this front in both predicted loss and predicted size.
 *
 * @param choices by strictly ascending predicted loss and strictly descending predicted bytes
 */
public record Front(List<Choice> choices) {
  public Front {
    choices = List.copyOf(choices);
  }

  /** The choice of least size within a loss; empty when every choice loses more. */
  public Optional<Choice> within(double lossPoints) {
    return choices.reversed().stream()
        .filter(choice -> choice.predictedLossPoints() <= lossPoints + 1e-6)
        .findFirst();
  }
}
