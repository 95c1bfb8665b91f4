package org.weighbridge.assessment;

import org.weighbridge.fault.Fault;

/** Which error bounds are tested. */
public sealed interface AssessmentPlan {
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

    double bound(int index) {
      return points == 1 ? from : from * Math.pow(to / from, index / (points - 1.0));
    }
  }
}
