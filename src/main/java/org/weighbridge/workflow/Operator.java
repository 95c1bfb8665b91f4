package org.weighbridge.workflow;

import org.weighbridge.job.Progress;

/**
 * A step of the method with all its parameters, said before any network is at hand: what a recipe
 * lists. Values; {@link Workbench#apply} carries them out.
 */
public sealed interface Operator
    permits Train, Prune, Retrain, Assess, Optimize, Encode, Compare, Report {
  /** What recipes call it. */
  String name();

  /**
   * Carries the step out.
   *
   * @param bench where what is learnt is kept and told
   * @return the material with what the step made of it
   * @throws org.weighbridge.fault.Fault when the material does not allow it
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  Material apply(Material material, Workbench bench, Progress progress);
}
