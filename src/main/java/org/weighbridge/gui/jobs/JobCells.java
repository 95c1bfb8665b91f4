package org.weighbridge.gui.jobs;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.weighbridge.gui.theme.Icons;

/** The cells of a job's row. */
final class JobCells {
  private JobCells() {}

  static TableCell<JobRow, JobRow> text(Function<JobRow, String> text) {
    return new TableCell<>() {
      private final Tooltip whole = new Tooltip();

      @Override
      protected void updateItem(@Nullable JobRow row, boolean empty) {
        super.updateItem(row, empty);
        String shown = row == null || empty ? "" : text.apply(row);
        setText(shown);
        whole.setText(shown);
        setTooltip(shown.isEmpty() ? null : whole);
      }
    };
  }

  /** The state as a word and a shape. */
  static final class State extends TableCell<JobRow, JobRow> {
    private @Nullable JobState drawn;

    @Override
    protected void updateItem(@Nullable JobRow row, boolean empty) {
      super.updateItem(row, empty);
      var state = row == null || empty ? null : row.state();
      if (row != null) {
        setAccessibleText(row.spoken());
      }
      if (state != drawn) {
        drawn = state;
        setText(state == null ? null : state.toString());
        setGraphic(state == null ? null : icon(state).node());
        getStyleClass().removeAll("failed", "done");
        if (state == JobState.FAILED || state == JobState.DONE) {
          getStyleClass().add(state.toString());
        }
      }
    }

    private static Icons icon(JobState state) {
      return switch (state) {
        case WAITING -> Icons.MORE;
        case RUNNING -> Icons.PLAY;
        case CANCELLING, CANCELLED -> Icons.STOP;
        case DONE -> Icons.CHECK;
        case FAILED -> Icons.ERROR;
      };
    }
  }

  /** A bar while it runs; nothing once it has ended. */
  static final class Bar extends TableCell<JobRow, JobRow> {
    private final ProgressBar bar = new ProgressBar();

    Bar() {
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.prefWidthProperty().bind(widthProperty().subtract(16));
    }

    @Override
    protected void updateItem(@Nullable JobRow row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty || row.state().ended() || row.state() == JobState.WAITING) {
        setGraphic(null);
      } else {
        bar.setProgress(row.fraction());
        setGraphic(bar);
      }
    }
  }

  /** Cancels the job of its row. */
  static final class Cancel extends TableCell<JobRow, JobRow> {
    private final Button button = new Button("", Icons.CLOSE.node());

    Cancel(Consumer<JobRow> cancel) {
      button.getStyleClass().add("icon-button");
      button.setTooltip(new Tooltip("Cancel this job"));
      button.setOnAction(
          event -> {
            var row = getItem();
            if (row != null) {
              cancel.accept(row);
            }
          });
    }

    @Override
    protected void updateItem(@Nullable JobRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean possible = row != null && !empty && !row.state().ended();
      if (row != null && possible) {
        button.setAccessibleText("Cancel " + row.title());
        button.setDisable(row.state() == JobState.CANCELLING);
      }
      setGraphic(possible ? button : null);
    }
  }
}
