package org.weighbridge.gui.runs;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.weighbridge.gui.chart.FigureMenu;
import org.weighbridge.gui.fxml.Fxml;
import org.weighbridge.gui.theme.Icons;

/** The filter of the runs, the way to look at them, and their export. */
public final class RunTools extends HBox {
  private static final String GRAMMAR =
      """
      Terms between spaces, all of which must hold:
      numbers: ratio>50, loss<0.3, top1>=98, size<40, encode<200, decode<5, run>3, fc1<0.02
      (loss in pp, top1 in %, size in KB, times in ms; a layer's name is its bound)
      texts: coder:sz, tag:paper, note:"two words", network:pruned; a single word looks in all""";

  @FXML private TextField filter;
  @FXML private Button part;
  @FXML private Button clear;
  @FXML private Label count;
  @FXML private ToggleButton parallel;

  /**
   * The tools.
   *
   * @param pane what they are for
   */
  @SuppressWarnings("NullAway.Init") // filled by the loader
  public RunTools(RunsViewModel model, RunsPane pane) {
    Fxml.fill(this);
    parallel.selectedProperty().bindBidirectional(pane.parallel());
    parallel.setAccessibleText("Parallel coordinates");
    parallel.setTooltip(
        new Tooltip(
            "Parallel coordinates: one line per run over all bounds, asked or reached, ratio"
                + " and loss; drag on an axis to filter"));
    getChildren().add(FigureMenu.button(pane, "the runs"));
    filters(model);
  }

  /** The keyboard goes to the filter. */
  void toFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private void filters(RunsViewModel model) {
    filter.textProperty().bindBidirectional(model.filter());
    filter.setAccessibleText("Filter of runs");
    filter.setAccessibleHelp(GRAMMAR);
    filter.setTooltip(new Tooltip(GRAMMAR));
    filter.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            key.consume();
          }
        });
    clear.setGraphic(Icons.CLOSE.node());
    clear.getStyleClass().add("icon-button");
    clear.setAccessibleText("Show all runs");
    clear.setTooltip(new Tooltip("Show all runs: clear the filter and the ranges on axes"));
    clear.setOnAction(event -> model.clearFilters());
    clear
        .visibleProperty()
        .bind(
            model
                .filter()
                .isNotEmpty()
                .or(Bindings.isNotEmpty(model.ranges()))
                .or(model.part().isNotEmpty()));
    part.setGraphic(Icons.CLOSE.node());
    part.setContentDisplay(ContentDisplay.RIGHT);
    part.textProperty().bind(model.part());
    part.visibleProperty().bind(model.part().isNotEmpty());
    part.managedProperty().bind(part.visibleProperty());
    part.accessibleTextProperty()
        .bind(model.part().map("Only runs of %s; press to show all"::formatted));
    part.setTooltip(
        new Tooltip("Chosen in the chart of loss against ratio (in pp); a click clears it"));
    part.setOnAction(event -> model.clearPart());
    count.textProperty().bind(model.count());
  }
}
