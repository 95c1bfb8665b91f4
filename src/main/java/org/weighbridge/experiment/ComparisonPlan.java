package org.weighbridge.experiment;

import java.util.List;
import org.weighbridge.assessment.AssessmentPlan;
import org.weighbridge.network.LayerId;
import org.weighbridge.network.Network;

/**
 * What is the same for every coder of a comparison.
 *
 * @param network whose weights are coded
 * @param layers which of its layers may be coded, in network order; all others stay as they are
 * @param coding the effort, the fate of weights below the bound and the small tensors; the codec in
 *     it is of no account
 * @param tests how layers are assessed by coders with error bounds
 * @param budget the loss in percentage points that is allowed on the samples to choose by
 */
public record ComparisonPlan(
    Network network, List<LayerId> layers, Coding coding, AssessmentPlan tests, double budget) {
  public ComparisonPlan {
    layers = List.copyOf(layers);
  }
}
