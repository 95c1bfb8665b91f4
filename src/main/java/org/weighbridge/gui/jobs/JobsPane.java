package org.weighbridge.gui.jobs;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.weighbridge.gui.fxml.Fxml;

/** One row per job; Delete cancels the one at hand. */
public final class JobsPane extends VBox {
  private static final Duration TICK = Duration.millis(250);

  @FXML private TableView<JobRow> table;
  @FXML private TableColumn<JobRow, JobRow> state;
  @FXML private TableColumn<JobRow, JobRow> title;
  @FXML private TableColumn<JobRow, JobRow> step;
  @FXML private TableColumn<JobRow, JobRow> progress;
  @FXML private TableColumn<JobRow, JobRow> elapsed;
  @FXML private TableColumn<JobRow, JobRow> left;
  @FXML private TableColumn<JobRow, JobRow> cancel;

  @SuppressWarnings("NullAway.Init") // filled by the loader
  public JobsPane(JobsViewModel model) {
    Fxml.fill(this);
    column(state, JobCells.State::new);
    column(title, () -> JobCells.text(JobRow::title));
    column(step, () -> JobCells.text(JobRow::step));
    column(progress, JobCells.Bar::new);
    column(elapsed, () -> JobCells.text(JobRow::elapsedText));
    column(left, () -> JobCells.text(JobRow::leftText));
    column(cancel, () -> new JobCells.Cancel(model::cancel));
    table.setItems(model.rows());
    table.setPlaceholder(
        new Label("Jobs appear here: opening, assessing, optimizing, retraining, exporting."));
    table.setOnKeyPressed(
        key -> {
          var row = table.getSelectionModel().getSelectedItem();
          if (key.getCode() == KeyCode.DELETE && row != null) {
            model.cancel(row);
          }
        });
    var clock = new Timeline(new KeyFrame(TICK, tick -> model.tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    // runs only where somebody can see it
    sceneProperty().addListener((o, before, now) -> run(clock, now != null && isVisible()));
    visibleProperty().addListener((o, before, now) -> run(clock, now && getScene() != null));
  }

  private static void run(Timeline clock, boolean on) {
    if (on) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  private static void column(
      TableColumn<JobRow, JobRow> column,
      java.util.function.Supplier<javafx.scene.control.TableCell<JobRow, JobRow>> cell) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(unused -> cell.get());
  }
}
