package org.weighbridge.gui.runs;

import java.util.Optional;
import org.weighbridge.experiment.Run;
import org.weighbridge.fault.Fault;
import org.weighbridge.gui.workbench.EvaluationSetup;
import org.weighbridge.gui.workbench.LayerFacts;
import org.weighbridge.gui.workbench.Workbench;

/** What repeats the current run: as a command, and as a recipe. */
public final class Repeats {
  private final Workbench workbench;

  public Repeats(Workbench workbench) {
    this.workbench = workbench;
  }

  /** The command line; empty when there is none, or no run of the current choices yet. */
  public Optional<String> command() {
    var subject = workbench.subject().get();
    return current()
        .filter(run -> subject != null && RunCommand.obstacle(run).isEmpty())
        .map(run -> new RunCommand(subject.file(), data()).of(run));
  }

  /** The recipe as YAML; empty when there is none, or no run of the current choices yet. */
  public Optional<String> recipe() {
    var subject = workbench.subject().get();
    if (subject == null || current().isEmpty()) {
      return Optional.empty();
    }
    var run = current().get();
    var base = workbench.runs().base(run);
    var layers = subject.layers().stream().map(LayerFacts::id).toList();
    if (base == null || RunRecipe.obstacle(run, base).isPresent()) {
      return Optional.empty();
    }
    try {
      var recipe = new RunRecipe(subject.file(), data(), layers);
      return Optional.of(recipe.of(run, base, workbench.runs().search(run)));
    } catch (Fault wordless) {
      return Optional.empty(); // recipes have no words for a step
    }
  }

  private Optional<Run> current() {
    return Optional.ofNullable(workbench.runs().current().get());
  }

  private Optional<String> data() {
    return Optional.ofNullable(workbench.evaluation().get()).map(EvaluationSetup::where);
  }
}
