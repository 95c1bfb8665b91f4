package org.weighbridge.workflow;

import org.weighbridge.assessment.AssessmentPlan;

/** How the error bounds to test are found, before it is known up to which loss. */
public sealed interface TestPlan {
  /** Where curves bend. */
  TestPlan ADAPTIVE = new Adaptive();

  /**
   * The tests up to a loss.
   *
   * @param lossPoints the largest loss of interest, in percentage points
   */
  AssessmentPlan upTo(double lossPoints);

  /** Halves gaps where curves bend. */
  record Adaptive() implements TestPlan {
    @Override
    public AssessmentPlan upTo(double lossPoints) {
      return AssessmentPlan.Adaptive.upTo(lossPoints);
    }
  }

  /**
   * As published.
   *
   * @param start the first bound tested
   * @param distortionPoints the loss that counts as beginning to lose, in percentage points
   */
  record DeepSz(double start, double distortionPoints) implements TestPlan {
    /** The paper's parameters. */
    public static final DeepSz PUBLISHED = new DeepSz(1e-3, 0.1);

    @Override
    public AssessmentPlan upTo(double lossPoints) {
      return new AssessmentPlan.DeepSz(
          start, distortionPoints, Math.max(distortionPoints, lossPoints));
    }
  }

  /** These bounds, whatever is lost. */
  record Grid(AssessmentPlan.LogGrid bounds) implements TestPlan {
    @Override
    public AssessmentPlan upTo(double lossPoints) {
      return bounds;
    }
  }
}
