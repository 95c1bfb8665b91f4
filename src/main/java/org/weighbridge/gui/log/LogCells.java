package org.weighbridge.gui.log;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.theme.Icons;

/** The cells of an entry's row. */
final class LogCells {
  private LogCells() {}

  /** A text, and a longer one under the resting mouse. */
  static final class Text extends TableCell<LogEntry, LogEntry> {
    private final Function<LogEntry, String> text;
    private final Function<LogEntry, String> whole;

    Text(Function<LogEntry, String> text, Function<LogEntry, String> whole) {
      this.text = text;
      this.whole = whole;
    }

    @Override
    protected void updateItem(@Nullable LogEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (entry == null || empty) {
        setText(null);
        setTooltip(null);
        return;
      }
      setText(text.apply(entry));
      var tip = new Tooltip(whole.apply(entry));
      tip.setWrapText(true);
      tip.setMaxWidth(600);
      setTooltip(tip);
    }
  }

  /** The level as a word and a shape. */
  static final class Kind extends TableCell<LogEntry, LogEntry> {
    @Override
    protected void updateItem(@Nullable LogEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      getStyleClass().remove("failed");
      if (entry == null || empty) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(entry.level().word());
      setAccessibleText(entry.line());
      setGraphic(icon(entry.level()).node());
      if (entry.level().compareTo(Level.PROBLEM) >= 0) {
        getStyleClass().add("failed");
      }
    }

    private static Icons icon(Level level) {
      return switch (level) {
        case JOB -> Icons.PLAY;
        case NOTICE -> Icons.INFO;
        case PROBLEM -> Icons.WARNING;
        case DEFECT -> Icons.ERROR;
      };
    }
  }
}
