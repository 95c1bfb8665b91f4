package org.weighbridge.gui.shell;

import static org.weighbridge.gui.action.Place.CANCEL;
import static org.weighbridge.gui.action.Place.WORK;

import java.util.List;
import javafx.beans.binding.Bindings;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Obstacle;
import org.weighbridge.gui.assess.AssessViewModel;
import org.weighbridge.gui.optimize.OptimizerViewModel;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.training.TrainingViewModel;
import org.weighbridge.gui.workbench.Workbench;

/** What measures and searches. */
final class RunMenu {
  private RunMenu() {}

  /** Retraining as the panel has it planned. */
  static Action retrain(TrainingViewModel training) {
    return Action.of("retrain", WORK, "Retrain", "Alt+R", training::start)
        .obstacle(training.obstacle());
  }

  static List<Action> actions(
      Workbench workbench, AssessViewModel assess, OptimizerViewModel optimizer, Needs needs) {
    var optimizing = workbench.optimizing();
    var proposed =
        Obstacle.unless(
            Bindings.isNotNull(optimizing.suggestion()), "There is no proposal: optimize first.");
    return List.of(
        Action.of("assess", WORK, "Assess layers", "Shortcut+R", assess::assess)
            .icon(Icons.ASSESS)
            .obstacle(needs.modelAndData()),
        Action.of(
                "compare-coders",
                WORK,
                "Compare coders",
                "Shortcut+Shift+C",
                () -> workbench.compareCoders(Workbench.wholeRange()))
            .obstacle(needs.modelAndData()),
        Action.of("optimize", WORK, "Optimize settings", "Shortcut+B", optimizer::start)
            .icon(Icons.PLAY)
            .obstacle(
                Obstacle.unless(
                    Bindings.isNull(optimizing.running()),
                    "A search is at work already: wait, or cancel it with Esc.",
                    needs.modelAndData())),
        Action.of(
                "use", WORK, "Use the optimizer's proposal", "Shortcut+U", workbench::useSuggestion)
            .icon(Icons.CHECK)
            .obstacle(proposed),
        Action.of("keep", WORK, "Keep my settings", "Shortcut+J", optimizing::dismiss)
            .obstacle(proposed),
        Action.of(
                "evaluate",
                WORK,
                "Evaluate the current configuration",
                "Shortcut+Enter",
                workbench::evaluate)
            .obstacle(needs.model()),
        Action.of("cancel", CANCEL, "Cancel job", "Esc", workbench::cancelFront)
            .icon(Icons.STOP)
            .obstacle(
                Obstacle.unless(
                    Bindings.isNotEmpty(workbench.jobs().running()), "Nothing is going on.")));
  }
}
