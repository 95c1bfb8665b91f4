package org.weighbridge.gui.runs;

import static org.weighbridge.gui.action.Place.COPY;
import static org.weighbridge.gui.action.Place.RUNS;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.theme.Icons;

/** What can be done with the current run from anywhere, and ways to the runs. */
public final class RunActions {
  private static final String NOTHING =
      "There is no run of the current choices yet: open a model, and wait until it is measured.";

  private RunActions() {}

  /**
   * The actions.
   *
   * @param show brings the runs to the front
   */
  public static List<Action> of(RunsViewModel model, RunsPane pane, RunTools tools, Runnable show) {
    return List.of(
        Action.of(
                "pin",
                RUNS,
                "Pin the current run",
                "Alt+P",
                () -> current(model).ifPresent(model::pin))
            .icon(Icons.PIN)
            .obstacle(pinObstacle(model)),
        Action.of("unpin", RUNS, "Unpin the pinned run", "Alt+Shift+P", model::unpin)
            .obstacle(
                Bindings.createStringBinding(
                    () -> model.pinned().get() == null ? "No run is pinned." : "", model.pinned())),
        Action.of(
                "copy-command",
                RUNS,
                "Copy the command of the current run",
                "Alt+Shift+C",
                () -> current(model).ifPresent(run -> RunRows.copyCommand(model, run)))
            .icon(Icons.COPY)
            .obstacle(commandObstacle(model)),
        Action.of(
                "copy-recipe",
                COPY,
                "Copy the current run as a recipe",
                "Shortcut+Shift+R",
                () -> current(model).ifPresent(run -> RunRows.copyRecipe(model, run)))
            .icon(Icons.RECIPE)
            .obstacle(recipeObstacle(model)),
        Action.of(
                "parallel",
                RUNS,
                "Runs as parallel coordinates",
                "Alt+C",
                () -> {
                  show.run();
                  pane.parallel().set(!pane.parallel().get());
                })
            .ticked(pane.parallel()),
        Action.of(
                "filter-runs",
                RUNS,
                "Filter the runs",
                "Shortcut+F",
                () -> {
                  show.run();
                  tools.toFilter();
                })
            .icon(Icons.SEARCH));
  }

  private static Optional<Run> current(RunsViewModel model) {
    return Optional.ofNullable(model.current().get());
  }

  private static ObservableStringValue pinObstacle(RunsViewModel model) {
    return Bindings.createStringBinding(
        () ->
            current(model)
                .map(run -> model.isPinned(run) ? "The current run is pinned already." : "")
                .orElse(NOTHING),
        model.current(),
        model.pinned());
  }

  private static ObservableStringValue recipeObstacle(RunsViewModel model) {
    return Bindings.createStringBinding(
        () -> current(model).map(run -> model.recipeObstacle(run).orElse("")).orElse(NOTHING),
        model.current());
  }

  private static ObservableStringValue commandObstacle(RunsViewModel model) {
    return Bindings.createStringBinding(
        () ->
            current(model)
                .map(run -> RunsViewModel.commandObstacle(run).orElse(""))
                .orElse(NOTHING),
        model.current());
  }
}
