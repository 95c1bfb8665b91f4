package org.weighbridge.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.inference.Loss;
import org.weighbridge.job.Progress;

/**
 * Tests a coder with a few settings only, whatever the plan, in rounds of one test of every layer:
 * from where the coder begins to coarser settings until a layer loses more than is of interest,
 * then to finer ones until nothing is lost that could be told from chance.
 */
final class StepTests {
  private final List<Double> places;
  private final int start;
  private final double lossPoints;

  /**
   * Tests of an axis of steps.
   *
   * @param places of the steps, from fine to coarse
   * @param start the place to begin with
   * @param lossPoints the loss in percentage points at which a layer's test ends
   */
  StepTests(List<Double> places, double start, double lossPoints) {
    this.places = places;
    this.start = places.indexOf(start);
    this.lossPoints = lossPoints;
  }

  void run(List<LayerTests> layers, Progress progress) {
    progress.begin("Assessing", (long) places.size() * layers.size());
    var left = new ArrayList<>(layers);
    for (int round = 0; !left.isEmpty(); round++) {
      for (var layer : List.copyOf(left)) {
        var next = next(layer);
        if (next.isPresent()) {
          layer.loss(next.get(), progress);
          progress.worked(1);
        } else {
          left.remove(layer);
          progress.worked(Math.max(0, places.size() - round));
        }
      }
    }
  }

  private Optional<Double> next(LayerTests layer) {
    var losses = layer.losses();
    if (losses.isEmpty()) {
      return Optional.of(places.get(start));
    }
    int coarsest = places.indexOf(losses.lastKey());
    if (!beyond(losses.lastEntry().getValue()) && coarsest + 1 < places.size()) {
      return Optional.of(places.get(coarsest + 1));
    }
    int finest = places.indexOf(losses.firstKey());
    boolean enough = nothing(losses.firstEntry().getValue());
    return enough || finest == 0 ? Optional.empty() : Optional.of(places.get(finest - 1));
  }

  private boolean beyond(Loss loss) {
    return loss.points() > lossPoints;
  }

  /** Nothing that could be told from chance. */
  private static boolean nothing(Loss loss) {
    return loss.points() <= loss.margin();
  }
}
