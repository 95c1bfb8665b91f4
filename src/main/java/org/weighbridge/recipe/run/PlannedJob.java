package org.weighbridge.recipe.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.recipe.Job;
import org.weighbridge.recipe.Step;

/**
 * A job and the folders of its steps.
 *
 * @param start empty when the model cannot be read
 * @param steps in their order; none when the model cannot be read
 * @param obstacle why it cannot be read
 */
record PlannedJob(
    Job job, Optional<Start> start, List<PlannedStep> steps, Optional<String> obstacle) {
  PlannedJob {
    steps = List.copyOf(steps);
  }

  static PlannedJob of(Job job, DataHashes hashes, Progress progress) {
    try {
      var start = Start.of(job, progress);
      var steps = new ArrayList<PlannedStep>();
      Optional<PlannedStep> before = Optional.empty();
      for (Step step : job.steps()) {
        progress.check();
        var next = PlannedStep.of(step, start, before, hashes);
        steps.add(next);
        before = Optional.of(next);
      }
      return new PlannedJob(job, Optional.of(start), steps, Optional.empty());
    } catch (Fault fault) {
      return new PlannedJob(job, Optional.empty(), List.of(), Optional.of(fault.sentence()));
    }
  }

  String name() {
    return job.name();
  }
}
