package org.weighbridge.assessment;

import java.util.List;
import org.weighbridge.job.Progress;

/**
 * Tests a coder with a few settings only, whatever the plan: in rounds from fine to coarse, each
 * layer until it loses more than is of interest.
 */
final class StepTests {
  private final List<Double> places;
  private final double lossPoints;

  /**
   * Tests of an axis of steps.
   *
   * @param places of the steps, from fine to coarse
   * @param lossPoints the loss in percentage points at which a layer's test ends
   */
  StepTests(List<Double> places, double lossPoints) {
    this.places = places;
    this.lossPoints = lossPoints;
  }

  void run(List<LayerTests> layers, Progress progress) {
    progress.begin("Assessing", (long) places.size() * layers.size());
    for (double place : places) {
      for (var layer : layers) {
        var coarsest = layer.losses().lastEntry();
        if (coarsest == null || coarsest.getValue().points() <= lossPoints) {
          layer.loss(place, progress);
        }
        progress.worked(1);
      }
    }
  }
}
