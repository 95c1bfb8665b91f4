package org.weighbridge.gui.runs;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.weighbridge.experiment.Run;

/** Something of a run as text, and more of it under the resting mouse. */
final class RunCell extends TableCell<Run, Run> {
  private final Function<Run, String> text;
  private final Function<Run, String> words;
  private final Tooltip tip = new Tooltip();

  RunCell(Function<Run, String> text, Function<Run, String> words) {
    this.text = text;
    this.words = words;
    setTooltip(tip);
    // made when it is looked at: most never are
    tip.setOnShowing(
        event -> {
          var run = getItem();
          tip.setText(run == null ? "" : words.apply(run));
        });
  }

  @Override
  protected void updateItem(@Nullable Run run, boolean empty) {
    super.updateItem(run, empty);
    setText(run == null || empty ? null : text.apply(run));
    setTooltip(run == null || empty || words.apply(run).isEmpty() ? null : tip);
  }
}
