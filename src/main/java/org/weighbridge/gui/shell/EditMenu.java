package org.weighbridge.gui.shell;

import static org.weighbridge.gui.action.Place.CHOICES;
import static org.weighbridge.gui.action.Place.HISTORY;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.weighbridge.gui.action.Action;
import org.weighbridge.gui.action.Obstacle;
import org.weighbridge.gui.theme.Icons;
import org.weighbridge.gui.workbench.Workbench;

/** What changes choices. */
final class EditMenu {
  private EditMenu() {}

  static List<Action> actions(Workbench workbench, Needs needs) {
    var history = workbench.history();
    var pruned =
        Bindings.createBooleanBinding(
            () -> !workbench.pruning().choices().get().isEmpty(),
            workbench.pruning().choices().current());
    var linked = workbench.bounds().linked();
    return List.of(
        Action.of("undo", HISTORY, "Undo", "Shortcut+Z", history::undo)
            .icon(Icons.UNDO)
            .obstacle(Obstacle.unless(history.canUndo(), "Nothing has been changed yet.")),
        Action.of("redo", HISTORY, "Redo", "Shortcut+Shift+Z", history::redo)
            .icon(Icons.REDO)
            .obstacle(Obstacle.unless(history.canRedo(), "Nothing has been undone.")),
        Action.of(
                "unprune",
                CHOICES,
                "Prune nothing",
                "Shortcut+Shift+U",
                () -> workbench.pruning().reset())
            .icon(Icons.PRUNE)
            .obstacle(Obstacle.unless(pruned, "No layer is pruned here.")),
        Action.of(
                "lock", CHOICES, "Keep the selected layer lossless", "Alt+L", () -> lock(workbench))
            .icon(Icons.LOCK)
            .ticked(locked(workbench))
            .obstacle(
                Obstacle.unless(
                    workbench.selected().isNotNull(), "No layer is selected.", needs.model())),
        Action.of(
                "link",
                CHOICES,
                "Move all layers together",
                "Alt+A",
                () -> linked.set(!linked.get()))
            .icon(Icons.LINK)
            .ticked(linked)
            .obstacle(needs.model()));
  }

  private static void lock(Workbench workbench) {
    var layer = workbench.selected().get();
    if (layer != null) {
      workbench.bounds().lock(layer, !workbench.bounds().locked(layer));
    }
  }

  private static BooleanBinding locked(Workbench workbench) {
    return Bindings.createBooleanBinding(
        () -> {
          var layer = workbench.selected().get();
          return layer != null && workbench.bounds().locked(layer);
        },
        workbench.selected(),
        workbench.history().current());
  }
}
