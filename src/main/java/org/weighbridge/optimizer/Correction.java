package org.weighbridge.optimizer;

import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.network.LayerId;

/**
 * Losses of single layers, corrected so that their sum is what was measured of one choice jointly.
 *
 * <p>Where the choice lost more than predicted, each layer gets a share of the excess: in
 * proportion to its own predicted loss, and a little for every layer with errors, because layers
 * that lose nothing alone may lose much together. The share grows with the square of the error
 * bound, as the energy of rounding errors does, so that an optimizer tightens those layers where
 * that costs the fewest bytes. Where it lost less, all predicted losses shrink alike, to half at
 * most.
 *
 * @param base what layers lose by themselves
 * @param choice what was measured
 * @param excess measured less predicted loss, percentage points
 */
record Correction(LossModel base, Choice choice, double excess) implements LossModel {
  /** The weight of a layer without any loss of its own, as a loss in percentage points. */
  private static final double SILENT = 0.005;

  private static final double SMALLEST = 0.5;

  @Override
  public double lossPoints(LayerId layer, AssessmentPoint point) {
    double alone = base.lossPoints(layer, point);
    if (excess < 0) {
      return alone > 0 ? alone * shrinking() : alone;
    }
    var reference = choice.points().get(layer);
    if (reference == null || exact(reference)) {
      return alone;
    }
    double share = weight(layer, reference) / weights();
    double ratio = coarser(point, reference);
    return alone + excess * share * ratio * ratio;
  }

  /**
   * How many times as coarse a point is as another. Places compare within one coder only; what two
   * coders do to a layer compares by their largest errors.
   */
  private static double coarser(AssessmentPoint point, AssessmentPoint reference) {
    return point.coder().equals(reference.coder())
        ? point.place() / reference.place()
        : point.maxError() / reference.maxError();
  }

  private double shrinking() {
    LossModel lost = (layer, point) -> Math.max(0, base.lossPoints(layer, point));
    double positive = lost.of(choice);
    return Math.max(SMALLEST, 1 + excess / positive);
  }

  private double weights() {
    LossModel weight = this::weight;
    return weight.of(choice);
  }

  private double weight(LayerId layer, AssessmentPoint point) {
    return exact(point) ? 0 : SILENT + Math.max(0, base.lossPoints(layer, point));
  }

  /** A layer without errors has no part in what others lose together. */
  private static boolean exact(AssessmentPoint point) {
    return point.maxError() == 0;
  }
}
