package org.weighbridge.gui.runs;

import java.util.function.BiConsumer;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Run;

/** Note and tags, changed in place: Enter or a click elsewhere keeps, Esc gives up. */
final class NoteCell extends TableCell<Run, Run> {
  private final BiConsumer<Run, String> annotate;
  private final TextField field = new TextField();

  NoteCell(BiConsumer<Run, String> annotate) {
    this.annotate = annotate;
    field.setAccessibleText("Note and tags of the run");
    field.setOnAction(event -> keep());
    field.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            key.consume();
          }
        });
    field
        .focusedProperty()
        .addListener(
            (o, before, focused) -> {
              if (!focused && isEditing()) {
                keep();
              }
            });
  }

  private void keep() {
    var run = getItem();
    String line = field.getText();
    cancelEdit();
    if (run != null) {
      annotate.accept(run, line);
    }
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing()) {
      field.setText(getText() == null ? "" : getText());
      setGraphic(field);
      setText(null);
      field.requestFocus();
      field.selectAll();
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    updateItem(getItem(), isEmpty());
  }

  @Override
  protected void updateItem(@Nullable Run run, boolean empty) {
    super.updateItem(run, empty);
    if (isEditing()) {
      return;
    }
    setGraphic(null);
    String line = run == null || empty ? "" : NoteText.of(run).toString();
    setText(line);
    setTooltip(line.isEmpty() ? null : new Tooltip(line));
  }
}
