package org.weighbridge.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.inference.Loss;
import org.weighbridge.job.Progress;

/**
 * Runs {@link AssessmentPlan.Adaptive} in rounds: one test of every layer, then the next of every
 * layer, so that all curves are there early and grow sharp together.
 */
final class AdaptiveTests {
  /** The first bound of a layer is its largest weight over this. */
  private static final double FIRST = 16;

  /** How far the first tests are apart, while a layer has none on one side of the wanted loss. */
  private static final double STRIDE = 4;

  /** Below the largest weight over this nothing is left to be gained. */
  private static final double LEAST = 1 << 20;

  private final AssessmentPlan.Adaptive plan;

  AdaptiveTests(AssessmentPlan.Adaptive plan) {
    this.plan = plan;
  }

  void run(List<LayerTests> layers, Progress progress) {
    progress.begin("Assessing", (long) plan.tests() * layers.size());
    for (int round = 0; round < plan.tests(); round++) {
      for (var layer : layers) {
        next(layer).ifPresent(bound -> layer.loss(bound, progress));
        progress.worked(1);
      }
    }
  }

  /** The bound to test next; empty when the curve is known well enough. */
  private Optional<Double> next(LayerTests layer) {
    double largest = layer.largestWeight();
    var losses = layer.losses();
    if (largest == 0) {
      return Optional.empty();
    }
    if (losses.isEmpty()) {
      return Optional.of(LayerTests.rounded(largest / FIRST));
    }
    double least = losses.firstKey();
    double most = losses.lastKey();
    if (beyond(losses.lastEntry().getValue())) {
      if (!nothing(losses.firstEntry().getValue()) && least > largest / LEAST) {
        return Optional.of(LayerTests.rounded(least / STRIDE));
      }
    } else if (most < largest) {
      return Optional.of(LayerTests.rounded(Math.min(largest, most * STRIDE)));
    }
    return widest(layer);
  }

  /** Halves the gap in which most is hidden: of loss, up to what is wanted, and of bounds. */
  private Optional<Double> widest(LayerTests layer) {
    Map.Entry<Double, Loss> below = null;
    double best = 0;
    Optional<Double> middle = Optional.empty();
    for (var above : layer.losses().entrySet()) {
      if (below != null && !beyond(below.getValue())) {
        double ratio = above.getKey() / below.getKey();
        double hidden = hidden(below.getValue(), above.getValue()) * Math.log(ratio);
        if (ratio > plan.resolution() && hidden > best) {
          best = hidden;
          middle = Optional.of(LayerTests.rounded(Math.sqrt(above.getKey() * below.getKey())));
        }
      }
      below = above;
    }
    return middle;
  }

  /** How far two losses are apart, as far as that is of interest; 0 when chance may explain it. */
  private double hidden(Loss below, Loss above) {
    double apart = above.points() - below.points();
    double chance = Math.hypot(below.margin(), above.margin());
    boolean different = beyond(above) || Math.abs(apart) > chance;
    return different ? Math.min(Math.abs(apart), plan.lossPoints()) : 0;
  }

  private boolean beyond(Loss loss) {
    return loss.points() > plan.lossPoints();
  }

  /** Nothing that could be told from chance. */
  private static boolean nothing(Loss loss) {
    return loss.points() <= loss.margin();
  }
}
