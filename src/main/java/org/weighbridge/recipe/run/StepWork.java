package org.weighbridge.recipe.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;
import org.weighbridge.recipe.RecipeText;
import org.weighbridge.workflow.Operator;
import org.weighbridge.workflow.Report;
import org.weighbridge.workflow.Workbench;

/** Does one step: from the folder of the step before into its own. */
final class StepWork {
  /** The folder of a report in that of its step. */
  static final String REPORT = "report";

  /** In a report's folder, where its recipe is. */
  private static final String COMMAND = "weighbridge run recipe.yaml";

  private final RunFolder folder;
  private final Workbench bench;

  StepWork(RunFolder folder, Workbench bench) {
    this.folder = folder;
    this.bench = bench;
  }

  void run(PlannedStep step, StepState state, Progress progress) {
    long begun = System.nanoTime();
    progress.begin("Beginning", 100);
    var own = folder.step(step.name());
    own.prepare(state);
    var files = folder.materials();
    var before =
        step.before()
            .map(earlier -> files.read(earlier, progress.part(4)))
            .orElseGet(() -> files.start(step.start(), progress.part(4)));
    var after =
        bench
            .telling(own.keeping())
            .resuming(own.training())
            .knowing(own.rows())
            .apply(placed(step, own.path()), before.material(), progress.part(92));
    files.write(step, before, after);
    own.end(step, (System.nanoTime() - begun) / 1e9, progress.part(4));
  }

  /** A report belongs into the folder of its step, and says what repeats it. */
  private static Operator placed(PlannedStep step, Path own) {
    return step.operator() instanceof Report report
        ? new Report(own.resolve(REPORT), report.pictures(), Optional.of(COMMAND), recipe(step))
        : step.operator();
  }

  /** Of this job alone; empty where a recipe has no words for a step. */
  private static Optional<String> recipe(PlannedStep last) {
    var steps = new ArrayDeque<Operator>();
    for (Optional<PlannedStep> step = Optional.of(last);
        step.isPresent();
        step = step.get().before()) {
      steps.addFirst(step.get().operator());
    }
    try {
      var start = last.start();
      return Optional.of(RecipeText.of(start.source(), start.choice(), List.copyOf(steps)));
    } catch (Fault noWords) {
      return Optional.empty();
    }
  }
}
