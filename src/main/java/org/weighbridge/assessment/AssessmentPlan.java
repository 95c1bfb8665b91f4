package org.weighbridge.assessment;

import org.weighbridge.fault.Fault;

/**
 * Which error bounds are tested. Of codecs that have a few settings only each of them is tested, up
 * to the loss of interest, whatever the plan.
 */
public sealed interface AssessmentPlan {
  /** The loss in percentage points up to which a layer is of interest. */
  double lossPoints();

  /**
   * DeepSZ's assessment (Jin et al., HPDC 2019, algorithm 1): find the decade in which the layer
   * begins to lose accuracy, then test 1 to 9 × 10^n through that decade and on until the loss
   * exceeds what anybody would accept.
   *
   * @param start the first bound tested, 1e-3 in the paper
   * @param distortionPoints the loss in percentage points that counts as beginning to lose, 0.1 in
   *     the paper
   * @param lossPoints the loss in percentage points at which a layer's test ends
   */
  record DeepSz(double start, double distortionPoints, double lossPoints)
      implements AssessmentPlan {
    public DeepSz {
      if (!(start > 0 && distortionPoints >= 0 && lossPoints >= distortionPoints)) {
        throw new Fault(
            "An assessment needs a start above 0 and a final loss of at least the distortion"
                + " criterion.");
      }
    }

    /** The paper's parameters, ending a little beyond an accepted loss. */
    public static DeepSz upTo(double lossPoints) {
      return new DeepSz(1e-3, 0.1, Math.max(0.1, lossPoints));
    }
  }

  /**
   * Tests where curves bend: strides over the range of each layer's weights until the wanted loss
   * lies between two bounds, then the gap is halved in the logarithm that hides most of the loss.
   * Gaps whose ends chance may explain are left alone.
   *
   * @param lossPoints the loss in percentage points up to which a layer is of interest
   * @param resolution bounds nearer to each other than this ratio are near enough, above 1
   * @param tests at most as many of a layer, at least 1
   */
  record Adaptive(double lossPoints, double resolution, int tests) implements AssessmentPlan {
    public Adaptive {
      if (!(lossPoints > 0 && resolution > 1 && tests > 0)) {
        throw new Fault(
            "An adaptive assessment needs a loss above 0, a resolution above 1 and at least 1"
                + " test.");
      }
    }

    /** As fine as is worth its time before an optimizer refines around its choice. */
    public static Adaptive upTo(double lossPoints) {
      return new Adaptive(Math.max(0.1, lossPoints), 1.2, 9);
    }
  }

  /**
   * Equal steps on a logarithmic scale, both ends included.
   *
   * @param points at least 2, or 1 when {@code from == to}
   */
  record LogGrid(double from, double to, int points) implements AssessmentPlan {
    public LogGrid {
      boolean valid = from > 0 && to >= from && points >= 1 && (points > 1 || from == to);
      if (!valid || Double.isInfinite(to)) {
        throw new Fault(
            "A grid of error bounds goes from a positive number up to a larger one in at least 2"
                + " points.");
      }
    }

    /** The grid is tested whole. */
    @Override
    public double lossPoints() {
      return Double.POSITIVE_INFINITY;
    }

    double bound(int index) {
      return points == 1 ? from : from * Math.pow(to / from, index / (points - 1.0));
    }
  }
}
