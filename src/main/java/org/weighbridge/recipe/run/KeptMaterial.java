package org.weighbridge.recipe.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighbridge.assessment.Assessment;
import org.weighbridge.report.BeforeAfter;
import org.weighbridge.report.ComparisonResult;
import org.weighbridge.training.Epoch;
import org.weighbridge.workflow.PruningResult;

/**
 * {@code material.json}: all that steps have found out, without the tensors, which are in files
 * beside it.
 */
record KeptMaterial(
    KeptNetwork network,
    KeptNetwork original,
    List<Epoch> epochs,
    Map<String, Long> seeds,
    Optional<PruningResult> pruning,
    Optional<Assessment> assessment,
    Optional<KeptFound> found,
    Optional<KeptModel> encoded,
    Optional<BeforeAfter> accuracy,
    Optional<ComparisonResult> comparison) {
  KeptMaterial {
    epochs = List.copyOf(epochs);
  }
}
