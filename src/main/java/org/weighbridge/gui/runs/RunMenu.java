package org.weighbridge.gui.runs;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.theme.Icons;

/**
 * What can be done with the selected runs. Keys stand in the texts: as accelerators they would work
 * in the whole window.
 */
final class RunMenu extends ContextMenu {
  private static final String COPY_KEYS = " (%s)".formatted(RunRows.COPY.getDisplayText());
  private static final String COMMAND_KEYS =
      " (%s)".formatted(RunRows.COPY_COMMAND.getDisplayText());

  private final RunRows rows;
  private final RunsViewModel model;
  private final MenuItem restore = new MenuItem("Restore (Enter)");
  private final MenuItem pin = new MenuItem("", Icons.PIN.node());
  private final MenuItem note = new MenuItem("Change note and #tags (F2)");
  private final MenuItem command = new MenuItem("", Icons.COPY.node());
  private final MenuItem recipe = new MenuItem("", Icons.RECIPE.node());
  private final MenuItem csv = new MenuItem("", Icons.TABLE.node());
  private final MenuItem delete = new MenuItem("", Icons.TRASH.node());

  RunMenu(RunRows rows, RunsViewModel model) {
    this.rows = rows;
    this.model = model;
    getItems()
        .addAll(
            restore,
            pin,
            note,
            new SeparatorMenuItem(),
            command,
            recipe,
            csv,
            new SeparatorMenuItem(),
            delete);
    restore.setOnAction(event -> first().forEach(model::restore));
    pin.setOnAction(event -> first().forEach(model::togglePin));
    note.setOnAction(event -> rows.editNote());
    command.setOnAction(event -> rows.copyCommand());
    recipe.setOnAction(event -> rows.copyRecipe());
    csv.setOnAction(event -> rows.copyTable());
    delete.setOnAction(event -> model.delete(rows.selected()));
    setOnShowing(event -> prepare());
  }

  private List<Run> first() {
    return rows.selected().stream().limit(1).toList();
  }

  private void prepare() {
    var chosen = rows.selected();
    for (var item : List.of(restore, pin, note, command, recipe, csv, delete)) {
      item.setDisable(chosen.isEmpty());
    }
    int count = chosen.size();
    csv.setText((count > 1 ? "Copy %d rows as CSV" : "Copy as CSV").formatted(count) + COPY_KEYS);
    delete.setText((count > 1 ? "Delete %d runs" : "Delete").formatted(count) + " (Delete)");
    boolean unpins = count > 0 && model.isPinned(chosen.getFirst());
    pin.setText((unpins ? "Unpin" : "Pin") + " (P)");
    boolean impossible = count > 0 && RunsViewModel.commandObstacle(chosen.getFirst()).isPresent();
    command.setDisable(count == 0 || impossible);
    command.setText(
        impossible
            ? "No command makes a retrained network again"
            : "Copy as command" + COMMAND_KEYS);
    boolean unknown = count > 0 && model.recipeObstacle(chosen.getFirst()).isPresent();
    recipe.setDisable(count == 0 || unknown);
    recipe.setText(
        unknown ? "No recipe: the retraining is not known to its end" : "Copy as recipe");
  }
}
