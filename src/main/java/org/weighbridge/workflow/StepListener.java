package org.weighbridge.workflow;

import org.weighbridge.assessment.AssessmentPoint;
import org.weighbridge.experiment.Trial;
import org.weighbridge.network.LayerId;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.training.TrainingListener;

/** Hears what steps learn while they work, on the working thread, which it must not hold up. */
public interface StepListener extends TrainingListener {
  /** A layer was measured at a setting. */
  default void point(LayerId layer, AssessmentPoint point) {}

  /** A configuration was measured with all its layers together. */
  default void trial(Trial trial) {}

  /** A coder of a comparison is done; the last row is its. */
  default void compared(ComparisonResult soFar) {}

  /** Hears nothing. */
  static StepListener none() {
    return new StepListener() {};
  }
}
