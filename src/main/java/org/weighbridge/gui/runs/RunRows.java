package org.weighbridge.gui.runs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.weighbridge.experiment.Run;

/** The rows of the table of runs: their order, their selection, and what keys do with them. */
final class RunRows {
  static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination COPY_COMMAND =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final TableView<Run> table;
  private final RunsViewModel model;
  private boolean changing;

  RunRows(TableView<Run> table, RunsViewModel model) {
    this.table = table;
    this.model = model;
    var sorted = model.shown().sorted();
    // before the table hears of it: a row that is replaced loses its selection
    sorted.addListener((Observable change) -> keepSelection());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((Observable change) -> tellSelection());
    var nothing = new Label();
    nothing.setWrapText(true);
    nothing
        .textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(model.all()))
                .then("Runs appear here: every choice that rests is measured, encoded and kept.")
                .otherwise("No run fits the filter."));
    table.setPlaceholder(nothing);
    table.setRowFactory(unused -> row());
    table.setContextMenu(new RunMenu(this, model));
    table.setOnKeyPressed(this::key);
  }

  /** The selected runs in the order of the table. */
  List<Run> selected() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }

  /** Selects this run alone. */
  void select(Run run) {
    table.getSelectionModel().clearSelection();
    table.getSelectionModel().select(run);
    table.scrollTo(run);
  }

  /** Begins to change the note of the run that the keyboard is at. */
  void editNote() {
    int row = table.getSelectionModel().getSelectedIndex();
    TableColumn<Run, ?> note = table.getColumns().getLast();
    if (row >= 0) {
      table.scrollToColumn(note);
      table.layout();
      table.edit(row, note);
    }
  }

  /** The selected runs as they are exported, to the clipboard. */
  void copyTable() {
    var runs = selected();
    copy(model.table(runs).csv());
    model.copied(runs.size() == 1 ? "a row" : runs.size() + " rows");
  }

  /** The command that repeats the first selected run, to the clipboard. */
  void copyCommand() {
    selected().stream().limit(1).forEach(run -> copyCommand(model, run));
  }

  /** The recipe of the first selected run, to the clipboard. */
  void copyRecipe() {
    selected().stream().limit(1).forEach(run -> copyRecipe(model, run));
  }

  /** The command of a run that has one, to the clipboard, and says so. */
  static void copyCommand(RunsViewModel model, Run run) {
    model.command(run).ifPresent(text -> copy(text, model, "the command", run));
  }

  /** The recipe of a run that has one, to the clipboard, and says so. */
  static void copyRecipe(RunsViewModel model, Run run) {
    model.recipe(run).ifPresent(text -> copy(text, model, "the recipe", run));
  }

  private static void copy(String text, RunsViewModel model, String what, Run run) {
    copy(text);
    model.copied(what + " of run " + run.number());
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private TableRow<Run> row() {
    var row = new TableRow<Run>();
    row.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2
              && row.getItem() != null
              && table.getEditingCell() == null) {
            model.restore(row.getItem());
          }
        });
    return row;
  }

  private void key(KeyEvent key) {
    var runs = selected();
    if (table.getEditingCell() != null || runs.isEmpty()) {
      return;
    }
    if (COPY_COMMAND.match(key)) {
      copyCommand();
      key.consume();
    } else if (COPY.match(key)) {
      copyTable();
      key.consume();
    } else if (!key.isShortcutDown() && !key.isAltDown()) {
      plainKey(key, runs);
    }
  }

  private void plainKey(KeyEvent key, List<Run> runs) {
    switch (key.getCode()) {
      case ENTER -> model.restore(runs.getFirst());
      case P -> model.togglePin(runs.getFirst());
      case T, F2 -> editNote();
      case DELETE, BACK_SPACE -> model.delete(runs);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void tellSelection() {
    if (!changing) {
      model.selected().setAll(selected());
    }
  }

  private void keepSelection() {
    if (!changing) {
      changing = true;
      Platform.runLater(this::reselect);
    }
  }

  private void reselect() {
    Set<Integer> numbers = new HashSet<>();
    model.selected().forEach(run -> numbers.add(run.number()));
    var selection = table.getSelectionModel();
    selection.clearSelection();
    for (int i = 0; i < table.getItems().size(); i++) {
      if (numbers.contains(table.getItems().get(i).number())) {
        selection.select(i);
      }
    }
    changing = false;
    tellSelection();
  }
}
