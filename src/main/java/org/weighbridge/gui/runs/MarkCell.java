package org.weighbridge.gui.runs;

import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Run;
import org.weighbridge.gui.theme.Icons;

/** A filled diamond for the current run, a hollow one for the pinned run. */
final class MarkCell extends TableCell<Run, Run> {
  private final Predicate<Run> current;
  private final Predicate<Run> pinned;

  MarkCell(Predicate<Run> current, Predicate<Run> pinned) {
    this.current = current;
    this.pinned = pinned;
    getStyleClass().add("run-marks");
  }

  @Override
  protected void updateItem(@Nullable Run run, boolean empty) {
    super.updateItem(run, empty);
    setGraphic(null);
    setTooltip(null);
    setAccessibleText(null);
    if (run == null || empty) {
      return;
    }
    var marks = new HBox();
    marks.setAlignment(Pos.CENTER_LEFT);
    var words = new java.util.StringJoiner("\n");
    if (current.test(run)) {
      var mark = Icons.PIN.node();
      mark.getStyleClass().add("run-current");
      marks.getChildren().add(mark);
      words.add("The current choices");
    }
    if (pinned.test(run)) {
      marks.getChildren().add(Icons.PIN.node());
      words.add("Pinned: everything is compared with it");
    }
    if (words.length() > 0) {
      setGraphic(marks);
      setTooltip(new Tooltip(words.toString()));
      setAccessibleText(words.toString());
    }
  }
}
