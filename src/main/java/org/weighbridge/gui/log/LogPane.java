package org.weighbridge.gui.log;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.weighbridge.gui.fxml.Fxml;

/** The log as a table, newest entry first; what is selected can be copied. */
public final class LogPane extends VBox {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  @FXML private TableView<LogEntry> table;
  @FXML private TableColumn<LogEntry, LogEntry> time;
  @FXML private TableColumn<LogEntry, LogEntry> kind;
  @FXML private TableColumn<LogEntry, LogEntry> sentence;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public LogPane(LogViewModel model) {
    Fxml.fill(this);
    column(time, () -> new LogCells.Text(LogEntry::time, LogEntry::line));
    column(kind, LogCells.Kind::new);
    column(sentence, () -> new LogCells.Text(LogEntry::sentence, LogEntry::sentence));
    table.setItems(model.shown());
    table.setPlaceholder(new Label("Notices and the ends of jobs are written down here."));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setOnKeyPressed(
        key -> {
          if (COPY.match(key)) {
            copy(LogViewModel.text(selected()));
            key.consume();
          }
        });
    table.setContextMenu(menu());
  }

  private ContextMenu menu() {
    // an accelerator here would work in the whole window
    var selection = new MenuItem("Copy (%s)".formatted(COPY.getDisplayText()));
    selection.setOnAction(event -> copy(LogViewModel.text(selected())));
    var details = new MenuItem("Copy details");
    details.setOnAction(
        event -> copy(String.join("\n", selected().stream().map(LogEntry::details).toList())));
    return new ContextMenu(selection, details);
  }

  private List<LogEntry> selected() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }

  static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static void column(
      TableColumn<LogEntry, LogEntry> column, Supplier<TableCell<LogEntry, LogEntry>> cell) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(unused -> cell.get());
  }
}
